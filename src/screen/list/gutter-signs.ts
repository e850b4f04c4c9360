/** The signs that stand before a line of the list: the user's mark, and the one thing about the event that weighs most. */
export const gutterSigns = {
  marked: '⚑',
  suspicious: '!',
  evasion: '‡',
  destructive: '†',
  sensitive: '•',
} as const;
