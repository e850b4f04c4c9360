import { optionsIn, spellingOf } from '../cli/help.ts';
import { optionGroups } from '../cli/options.ts';
import { queryForms } from '../cli/query-forms.ts';
import { fields } from '../record/fields.ts';
import { actionName } from '../screen/keys/action-name.ts';
import { keyTable } from '../screen/keys/key-table.ts';

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
    keys: table(['action', 'keys', 'does'], keyLines()),
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

/**
 * A line for each action and what it does: the names of the
 * configuration. A place is told where the action has several rows.
 */
function keyLines(): string[][] {
  return keyTable.map(({ action, keys, help, places }) => {
    const name = actionName(action);
    const others = keyTable.filter((row) => row.action !== action && actionName(row.action) === name);
    // A name without a place is not about typing, where there is anything else of the name.
    const typing = places.includes('prompt');
    const alone = others.every((row) => !typing && row.places.includes('prompt'));
    const names = alone ? [name] : places.map((place) => `${place}.${name}`);
    return [names.map(code).join(' '), keys.map(code).join(' '), help];
  });
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heading), `|${heading.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
