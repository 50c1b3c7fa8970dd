/** What general rules can't know of a site. Keep this list short: a general rule helps sites that nobody listed. */
export interface SiteRule {
  /** Host names; subdomains are meant too. */
  readonly hosts: readonly string[];
  /** CSS selectors of the running text, best first. */
  readonly body: readonly string[];
  /** CSS selectors of what is never the article's. */
  readonly remove: readonly string[];
}

export const SITE_RULES: readonly SiteRule[] = [
  { hosts: ['vnexpress.net'], body: ['article.fck_detail', '.fck_detail'], remove: ['.action_thumb', '.block_thumb_slide_show .desc_cation', '.box_embed_video_parent .parser_title'] },
];
