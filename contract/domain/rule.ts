export type RuleId = number;

/** What a rule does with an article; `skip` puts it in the bin, and no later rule sees it. */
export type RuleAction = { readonly kind: 'tag'; readonly tag: string } | { readonly kind: 'star' | 'read' | 'archive' | 'queue' | 'skip' };

/** What is to be done with each new article that a query finds. */
export interface RuleDraft {
  readonly name: string;
  /** In the query language. */
  readonly query: string;
  readonly actions: readonly RuleAction[];
  readonly isEnabled: boolean;
}

export interface Rule extends RuleDraft {
  readonly id: RuleId;
  /** Articles that it was applied to so far. */
  readonly appliedCount: number;
  /** When it last found one, epoch milliseconds; null where it never did. */
  readonly appliedAt: number | null;
}
