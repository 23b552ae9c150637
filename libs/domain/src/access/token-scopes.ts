import { type Permission } from './permissions.js';

/**
 * What a token may be made for, and the permissions that it then carries. The person's own roles limit it further. None carries a
 * signature: signing, declining and clearing are a person's, on the page.
 */
export const TOKEN_SCOPES = {
  'imports.read': ['import.read'],
  'imports.write': ['import.read', 'observation.import'],
  'returns.read': ['submission.list', 'submission.read'],
  'returns.write': ['submission.list', 'submission.read', 'submission.edit', 'question.answer'],
} as const satisfies Record<string, readonly Permission[]>;

export type TokenScope = keyof typeof TOKEN_SCOPES;

export const SCOPE_NAMES = Object.keys(TOKEN_SCOPES) as TokenScope[];

export function isTokenScope(name: string): name is TokenScope {
  return SCOPE_NAMES.some((scope) => scope === name);
}

/** Every permission of some scopes, each once. */
export function permissionsOf(scopes: readonly TokenScope[]): Permission[] {
  return [...new Set(scopes.flatMap((scope): readonly Permission[] => TOKEN_SCOPES[scope]))];
}

/** The scopes that carry a permission, for the answer that says which one is lacking. */
export function scopesWith(permission: Permission): TokenScope[] {
  return SCOPE_NAMES.filter((scope) => (TOKEN_SCOPES[scope] as readonly Permission[]).includes(permission));
}
