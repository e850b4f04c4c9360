import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// The line of the project: a folder may import from itself and from those before it, never from those after it.
// `load` names types of `query` (tests on records); `screen` names types of `load`; `print` stands beside `ui`; `build`
// makes the program, and nothing in it knows of that.
const line = ['record', 'decode', 'store', 'query', 'load', 'screen', 'ui', 'print', 'cli', 'build'];
const apart = [['ui', 'print']];

// The same within `screen`. The files beside these folders are its seams, what all of them stand on, and what joins them.
const screenLine = ['text', 'events', 'keys', 'detail', 'list', 'boxes', 'change', 'draw'];
const joining = ['initial-state', 'keys', 'reduce', 'draw'];

const src = join(import.meta.dirname, '..', 'src');

function sources(folder: string): string[] {
  return readdirSync(join(src, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

test('imports point one way along the line of folders', () => {
  const wrong: string[] = [];
  for (const folder of line) {
    for (const file of sources(folder)) {
      for (const [, target] of readFileSync(file, 'utf8').matchAll(
        /(?:from|import)\s*\(?\s*'\.\.\/(?:\.\.\/)*([a-z]+)\//g,
      )) {
        if (!line.includes(target!)) continue;
        const tooFar = line.indexOf(target!) > line.indexOf(folder);
        const sideways = apart.some(
          (pair) => folder !== target && pair.includes(folder) && pair.includes(target!),
        );
        if (tooFar || sideways) wrong.push(`${file.slice(src.length + 1)} imports ${target}/`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('only load, ui, cli and build know the disk and other programs', () => {
  const wrong = line
    .filter((folder) => !['load', 'cli', 'ui', 'build'].includes(folder))
    .flatMap(sources)
    .filter((file) =>
      /from '(node:)?(fs|fs\/promises|worker_threads|child_process)'/.test(readFileSync(file, 'utf8')),
    );
  expect(wrong).toEqual([]);
});

test('imports point one way within screen, and none of its folders knows what joins them', () => {
  const folders = readdirSync(join(src, 'screen'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.map(({ name }) => name).sort()).toEqual(screenLine.toSorted());
  const wrong: string[] = [];
  for (const [place, folder] of screenLine.entries()) {
    for (const file of sources(`screen/${folder}`)) {
      const text = readFileSync(file, 'utf8');
      const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*'\.\.\/(?:([a-z]+)\/)?([\w-]+)\.ts'/g)];
      for (const [, target, name] of targets) {
        const isWrong = target === undefined ? joining.includes(name!) : screenLine.indexOf(target) > place;
        if (isWrong) wrong.push(`${file.slice(src.length + 1)} imports ${target ?? 'screen'}/${name}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('texts and facts about events know nothing of the state of the screen', () => {
  const wrong = ['screen/text', 'screen/events']
    .flatMap(sources)
    .filter((file) =>
      /from '\.\.\/(?:state|action|effect|step|layout)\.ts'/.test(readFileSync(file, 'utf8')),
    );
  expect(wrong).toEqual([]);
});
