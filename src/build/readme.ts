import { optionsIn, spellingOf } from '../cli/help.ts';
import { optionGroups } from '../cli/options.ts';
import { queryForms } from '../cli/query-forms.ts';
import { fields } from '../record/fields.ts';

/** The README with the parts between its markers made anew from the tables in the code. */
export function refreshReadme(readme: string): string {
  const parts: { readonly [marker: string]: string } = {
    query: table(
      ['write', 'means'],
      queryForms.map(([write, means]) => [code(write), means]),
    ),
    options: table(
      ['option', 'does'],
      optionGroups.flatMap((group) =>
        optionsIn(group).map((option) => [code(spellingOf(option)), option.about]),
      ),
    ),
    fields: `${fields.map(({ name, short }) => [name, ...short].map(code).join(' or ')).join(', ')}.`,
  };
  return Object.entries(parts).reduce(
    (text, [marker, part]) =>
      text.replace(
        new RegExp(`(<!-- ${marker} -->\n)[\\s\\S]*?(<!-- /${marker} -->)`),
        (_all, before: string, after: string) => `${before}${part}\n${after}`,
      ),
    readme,
  );
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heading), `|${heading.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
