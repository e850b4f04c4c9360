import { Box, Text } from 'ink';
import { memo, type ReactNode } from 'react';
import { cutText, textWidth } from '../../screen/cell-width.ts';
import type { Line, Style } from '../../screen/picture.ts';
import { type Theme, textOf } from '../theme.ts';

/** A line between the sides of a frame. */
export const FramedLine = memo(function FramedLine({
  line,
  border,
  theme,
}: {
  readonly line: Line;
  readonly border: Style;
  readonly theme: Theme;
}) {
  const side = { text: '│', style: border };
  return <Text wrap="truncate">{textOf(theme, [side, ...line, side])}</Text>;
});

type FramedBoxProps = {
  readonly title: string;
  /** Text at the right of the title. */
  readonly note: string;
  readonly focused: boolean;
  readonly widthColumns: number;
  readonly heightRows: number;
  readonly theme: Theme;
  /** What stands between the top and the bottom: `heightRows` − 2 rows that draw their sides themselves. */
  readonly children: ReactNode;
};

/** A frame with its title in the upper side. */
export function FramedBox(props: FramedBoxProps) {
  const { widthColumns, heightRows, theme } = props;
  const border = borderStyle(props.focused);
  const bottom: Line = [{ text: `╰${'─'.repeat(Math.max(0, widthColumns - 2))}╯`, style: border }];
  return (
    <Box flexDirection="column" flexShrink={0} width={widthColumns} height={heightRows} overflow="hidden">
      <Text wrap="truncate">{textOf(theme, topLine(props))}</Text>
      {props.children}
      <Text wrap="truncate">{textOf(theme, bottom)}</Text>
    </Box>
  );
}

/** The style of a frame's sides. */
export function borderStyle(focused: boolean): Style {
  return focused ? 'border-focused' : 'border';
}

/** `╭ Title ─────── note ╮`; the note gives way first. */
function topLine({ title, note, focused, widthColumns }: FramedBoxProps): Line {
  const border = borderStyle(focused);
  const inner = Math.max(0, widthColumns - 2);
  const shownTitle = title === '' || inner < 4 ? '' : ` ${cutText(title, inner - 3)} `;
  const left = inner - textWidth(shownTitle);
  const shownNote = note === '' || textWidth(note) + 4 > left ? '' : ` ${note} `;
  const rule = '─'.repeat(Math.max(0, left - textWidth(shownNote) - (shownNote === '' ? 0 : 1)));
  return [
    { text: '╭', style: border },
    { text: shownTitle, style: focused ? 'title' : 'plain' },
    { text: rule, style: border },
    { text: shownNote, style: 'dim' },
    { text: shownNote === '' ? '╮' : '─╮', style: border },
  ];
}
