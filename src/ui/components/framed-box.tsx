import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import type { Line, Style } from '../../screen/picture.ts';
import { cutText, textWidth } from '../../screen/text/cell-width.ts';
import { styledText } from '../styled-text.ts';
import type { Theme } from '../theme.ts';

type FramedBoxProps = {
  readonly title: string;
  /** Text at the right of the title. */
  readonly note: string;
  readonly focused: boolean;
  readonly widthColumns: number;
  readonly heightRows: number;
  readonly theme: Theme;
  /** What stands within: `heightRows` − 2 rows of `widthColumns` − 2 cells. */
  readonly children: ReactNode;
};

/** A frame with its title in the upper side. */
export function FramedBox(props: FramedBoxProps) {
  const { widthColumns, heightRows, theme } = props;
  const border = borderStyle(props.focused);
  const innerRows = Math.max(0, heightRows - 2);
  const bottom: Line = [{ text: `╰${'─'.repeat(Math.max(0, widthColumns - 2))}╯`, style: border }];
  // The sides are texts of their own: lines of plain ASCII are measured and drawn much faster.
  const side = Array.from({ length: innerRows }, () =>
    styledText(theme, [{ text: '│', style: border }]),
  ).join('\n');
  return (
    <Box flexDirection="column" flexShrink={0} width={widthColumns} height={heightRows}>
      <Text wrap="truncate">{styledText(theme, topLine(props))}</Text>
      <Box height={innerRows} flexShrink={0}>
        <Text>{side}</Text>
        <Box flexDirection="column" width={widthColumns - 2} flexShrink={0}>
          {props.children}
        </Box>
        <Text>{side}</Text>
      </Box>
      <Text wrap="truncate">{styledText(theme, bottom)}</Text>
    </Box>
  );
}

/** The style of a frame's sides. */
function borderStyle(focused: boolean): Style {
  return focused ? 'border-focused' : 'border';
}

/** `╭ Title ─────── note ╮`; the note gives way first. */
function topLine({ title, note, focused, widthColumns }: FramedBoxProps): Line {
  const border = borderStyle(focused);
  const inner = Math.max(0, widthColumns - 2);
  const shownTitle = title === '' || inner < 4 ? '' : ` ${cutText(title, inner - 3)} `;
  const left = inner - textWidth(shownTitle);
  const shownNote = note === '' || textWidth(note) + 4 > left ? '' : ` ${note} `;
  const rule = '─'.repeat(Math.max(0, left - textWidth(shownNote)));
  return [
    { text: '╭', style: border },
    { text: shownTitle, style: focused ? 'title' : 'plain' },
    { text: rule, style: border },
    { text: shownNote, style: 'dim' },
    { text: '╮', style: border },
  ];
}
