/** A decoded key press, or pasted text. What the input layer makes of bytes, and all that the screen knows of a keyboard. */
export type Key =
  | {
      readonly kind: 'key';
      /** A printable character as typed (`a`, `A`, `é`, `/`, ` `), or the name of a key. */
      readonly name: string | NamedKey;
      readonly ctrl: boolean;
      readonly alt: boolean;
      /** Only told for named keys; a capital letter is its own character. */
      readonly shift: boolean;
    }
  /** Bracketed paste: never runs keys. Newlines are already spaces. */
  | { readonly kind: 'paste'; readonly text: string };

/** Names of keys that are no character, in the order of a keyboard's manual. */
export const namedKeys = [
  'enter',
  'escape',
  'tab',
  'backspace',
  'delete',
  'insert',
  'up',
  'down',
  'left',
  'right',
  'home',
  'end',
  'pageup',
  'pagedown',
  'f1',
  'f2',
  'f3',
  'f4',
  'f5',
  'f6',
  'f7',
  'f8',
  'f9',
  'f10',
  'f11',
  'f12',
] as const;

/** The name of a key that is no character. */
export type NamedKey = (typeof namedKeys)[number];
