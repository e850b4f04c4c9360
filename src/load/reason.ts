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

/** Why the system refused, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return reasons[code ?? ''] ?? message ?? String(error);
}
