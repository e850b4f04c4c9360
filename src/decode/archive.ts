import type { ProblemKind } from './problem.ts';

/** One file in an archive. */
export type Member = {
  readonly name: string;
  /** Its bytes, as far as they could be had; undefined when they could not. */
  readonly bytes: Uint8Array | undefined;
  /** What is wrong with it; undefined when nothing is. */
  readonly damage: { readonly kind: ProblemKind; readonly message: string } | undefined;
};

/** Takes one member after the other. */
export type TakeMember = (member: Member) => void;

/** What is wrong with an archive as a whole; undefined when nothing is. */
export type ArchiveDamage = { readonly kind: ProblemKind; readonly message: string } | undefined;

/** Whether a member is worth reading: no folder, nothing hidden, not what macOS adds for itself. */
export function isReadable(name: string): boolean {
  if (name.endsWith('/')) return false;
  return !name
    .split('/')
    .some((part) => part === '__MACOSX' || (part.startsWith('.') && part !== '.' && part !== '..'));
}
