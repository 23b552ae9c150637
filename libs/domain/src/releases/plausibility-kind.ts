/** What a figure is compared with at import. */
export type PlausibilityKind = 'previous-release' | 'parent-area' | 'own-past';
