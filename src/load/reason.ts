const reasons: { readonly [code: string]: string } = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'no such file or folder',
  EISDIR: 'is a folder',
  ELOOP: 'a symbolic link that leads to itself',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files',
  EIO: 'the disk could not read it',
};

/** What an error says; of anything else that was thrown, what it reads as. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Why the system refused, in words. */
export function reasonOf(error: unknown): string {
  const { code } = error as { code?: string };
  return reasons[code ?? ''] ?? messageOf(error);
}
