import { SITE_RULES } from './rules.ts';
import type { SiteRule } from './rules.ts';

const NO_RULE: SiteRule = { hosts: [], body: [], remove: [] };

/** The rule for an address's site, or one that changes nothing. */
export function siteRuleFor(url: string): SiteRule {
  let host: string;
  try {
    host = new URL(url).hostname.toLowerCase();
  } catch {
    return NO_RULE;
  }
  return SITE_RULES.find((rule) => rule.hosts.some((name) => host === name || host.endsWith(`.${name}`))) ?? NO_RULE;
}
