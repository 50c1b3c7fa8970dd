/**
 * SQL that is true of an article with which the user has done something worth keeping: it goes with no feed and no retention. Takes
 * its columns from `article_status s`.
 */
export const IS_MARKED = `s.is_starred = 1 OR s.is_archived = 1 OR s.queued_at IS NOT NULL OR s.snoozed_until IS NOT NULL
  OR EXISTS (SELECT 1 FROM article_tags t WHERE t.article_id = s.article_id)
  OR EXISTS (SELECT 1 FROM highlights h WHERE h.article_id = s.article_id)`;
