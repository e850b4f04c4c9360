/** What the scanner asks JavaScript for: values that are new, and the rare cases. */
import type { EventField } from '../record/fields.ts';
import { identityOf } from '../record/identity.ts';
import { issuedKeyOf, issuedKeyParents } from '../record/issued-key.ts';
import type { Json } from '../record/json.ts';
import { isExpectedNoise, outcomeNamed, readOnlyOf } from '../record/outcome.ts';
import { isConsole, isSignIn } from '../record/sign-in.ts';
import { accountOf, serviceOf } from '../record/summarize.ts';
import { Flag, identityTexts } from '../record/summary.ts';
import { readResponseKeys, unusualKeys } from '../record/summary-sources.ts';
import { madeTarget, makesSomething, messageTarget, nameIn, resourceTarget } from '../record/target.ts';
import { targetRank } from '../record/target-keys.ts';
import { parseTime } from '../record/time.ts';
import type { DictionaryName, IdentityText } from './batch.ts';
import type { BatchBuilder } from './batch-builder.ts';
import type { Dictionaries } from './dictionaries.ts';
import { scannedFields } from './scan-columns.ts';
import type { ScanAnswers, ScanModule } from './scan-module.ts';
import * as maps from './wasm/maps.ts';

const keyColumn = identityTexts.indexOf('access_key');
const createdColumn = identityTexts.indexOf('sessionCreated');

/** What a key at the top is to the scan: the slot of its text, or how its value is walked. */
const kindOfKey: ReadonlyMap<string, number> = new Map([
  ...['eventTime', 'eventSource', 'eventName', 'awsRegion', 'sourceIPAddress', 'userAgent', 'errorCode'].map(
    (key, slot): [string, number] => [key, slot],
  ),
  ['eventType', 7],
  ['eventCategory', 8],
  ['recipientAccountId', 9],
  ['errorMessage', 10],
  ['eventID', 11],
  ['sharedEventID', 12],
  ['sessionCredentialFromConsole', 13],
  ['readOnly', maps.readOnlyKey],
  ['userIdentity', maps.identityKey],
  ['resources', maps.resourcesKey],
  ['requestParameters', maps.requestKeyAtTop],
  ['responseElements', maps.responseKeyAtTop],
  ...[...unusualKeys, 's3'].map((key): [string, number] => [key, maps.unsure]),
]);
/** Texts of which nearly every caller has its own. */
const rarelyShared: ReadonlySet<IdentityText> = new Set(['principal', 'arn', 'principalId']);
/** What goes along with an event: that such calls make something. */
const makes = 1;

/** Works out a value for bytes that the scanner does not know. */
type Learn = (start: number, end: number) => number;

/** Answers a scanner's questions out of its memory. */
export class MemoryAnswers implements ScanAnswers {
  /** Where the events at hand will be added. */
  into: BatchBuilder;
  /** The scanner that asks; set before it does. */
  scanner: ScanModule | undefined;
  readonly #dictionaries: Dictionaries;
  #memory = Buffer.alloc(0);
  /** For each caller a code for each of `identityTexts`. */
  readonly #callers: number[][] = [];
  /** Texts that decide about more than their own column, by their codes. */
  readonly #texts = { source: [''], event: [''], error: [''], read_only: [''] };
  /** For each of `identityTexts` how a caller's text is coded. */
  readonly #codeIdentityText: readonly ((text: string) => number)[];
  /** By the number of the map, as in `wasm/maps.ts`. */
  readonly #learners: readonly Learn[];

  constructor(dictionaries: Dictionaries, into: BatchBuilder) {
    this.#dictionaries = dictionaries;
    this.into = into;
    const columns = scannedFields.map((field): Learn => {
      if (field === 'source') return this.#learnSource;
      if (field === 'event') return this.#learnEvent;
      if (field === 'error') return this.#learnError;
      if (field === 'user_agent') return this.#learnUserAgent;
      return this.#adder(field as EventField);
    });
    // Identities are asked for by `learnIdentity`.
    const learners: Learn[] = new Array(maps.columns).fill(() => maps.unsure);
    learners[maps.topKey] = (start, end) => kindOfKey.get(this.textIn(start, end - 1)) ?? maps.ignoredKey;
    learners[maps.requestKey] = (start, end) => targetRank(this.textIn(start, end - 1));
    learners[maps.responseKey] = this.#learnResponseKey;
    learners[maps.caller] = this.#learnCaller;
    learners[maps.fromConsole] = (start, end) =>
      isConsole(this.#stringIn(start, end), '', '') ? Flag.console : 0;
    learners[maps.readOnly] = (start, end) =>
      this.#codeOfKnown('read_only', readOnlyOf({ readOnly: this.#jsonIn(start, end) }));
    learners[maps.signIn] = this.#learnSignIn;
    learners[maps.noise] = this.#learnNoise;
    learners[maps.success] = () => this.#codeOf('outcome', outcomeNamed(''));
    learners[maps.accessKey] = this.#adder('access_key');
    learners[maps.created] = this.#adder('sessionCreated');
    learners[maps.target] = this.#adder('target');
    this.#learners = [...learners, ...columns];
    this.#codeIdentityText = identityTexts.map((text) => {
      if (text === 'access_key' || text === 'sessionCreated') return () => 0; // an identity has its own
      const values = dictionaries.named(text);
      return rarelyShared.has(text) ? (value) => values.add(value) : (value) => values.codeOf(value);
    });
    this.codeOfOddId = this.#adder('oddEventId');
  }

  readonly learn = (map: number, start: number, end: number): number => this.#learners[map]!(start, end);

  readonly learnIdentity = (caller: number, key: number, created: number): number => {
    const codes = this.#callers[caller]!;
    codes[keyColumn] = key;
    codes[createdColumn] = created;
    return this.#dictionaries.addIdentity(codes);
  };

  readonly timeOf = (start: number, end: number): number => parseTime(this.#stringIn(start, end));

  readonly targetInResources = (start: number, end: number): number =>
    this.#codeOf('target', resourceTarget(this.#jsonIn(start, end)));

  readonly targetInValue = (start: number, end: number): number =>
    this.#codeOf('target', nameIn(this.#jsonIn(start, end)));

  readonly targetInResponse = (start: number, end: number): number =>
    this.#codeOf('target', madeTarget(this.#jsonIn(start, end)));

  readonly targetInMessage = (start: number, end: number): number =>
    this.#codeOf('target', messageTarget(this.#stringIn(start, end)));

  readonly namesSomething = (start: number, end: number): number =>
    nameIn(this.#jsonIn(start, end)) === '' ? 0 : 1;

  readonly noteIssuedKey = (row: number, start: number, end: number): void => {
    const responseElements: Json = JSON.parse(`{${this.textIn(start, end)}}`);
    this.into.setText('issuedKey', this.into.length + row, issuedKeyOf({ responseElements }));
  };

  readonly noteSharedId = (row: number, start: number, end: number): void => {
    this.into.setText('sharedEventId', this.into.length + row, this.#stringIn(start, end));
  };

  readonly codeOfOddId: Learn;

  readonly #learnResponseKey: Learn = (start, end) => {
    const key = this.textIn(start, end - 1);
    this.#giveAlong(targetRank(key));
    if (issuedKeyParents.includes(key)) return maps.issuedKeyAnswer;
    return readResponseKeys.test(key) ? maps.signInAnswer : maps.ignoredAnswer;
  };

  readonly #learnCaller: Learn = (start, end) => {
    const identity = identityOf({ userIdentity: this.#jsonIn(start, end) });
    if (identity.principal_type === '') return maps.unsure; // then other keys of the record name it
    const account = accountOf({}, identity.callerAccount, identity.arn);
    this.#giveAlong(this.#codeOf('account', account));
    const codes = identityTexts.map((text, i) => this.#codeIdentityText[i]!(identity[text]));
    return this.#callers.push(codes) - 1;
  };

  readonly #learnSource: Learn = (start, end) => {
    const text = this.#stringIn(start, end);
    if (text !== text.trim() || text.startsWith('aws:')) return maps.unsure;
    const service = this.#codeOf('service', serviceOf(text));
    this.#giveAlong((service << 8) | (isConsole('', '', text) ? Flag.console : 0));
    return this.#codeOfKnown('source', text);
  };

  readonly #learnEvent: Learn = (start, end) => {
    const text = this.#stringIn(start, end);
    if (text !== text.trim()) return maps.unsure;
    this.#giveAlong(makesSomething(text) ? makes : 0);
    return this.#codeOfKnown('event', text);
  };

  readonly #learnError: Learn = (start, end) => {
    const text = this.#stringIn(start, end);
    if (text !== text.trim()) return maps.unsure;
    this.#giveAlong(this.#codeOf('outcome', outcomeNamed(text)));
    return this.#codeOfKnown('error', text);
  };

  readonly #learnUserAgent: Learn = (start, end) => {
    const text = this.#stringIn(start, end);
    this.#giveAlong(isConsole('', text, '') ? Flag.console : 0);
    return this.#dictionaries.named('user_agent').add(text);
  };

  readonly #learnSignIn: Learn = (start) => {
    const [, source, event] = this.#codesAt(start);
    return isSignIn(this.#texts.source[source!]!, this.#texts.event[event!]!) ? Flag.login : 0;
  };

  readonly #learnNoise: Learn = (start) => {
    const [error, readOnly, event] = this.#codesAt(start);
    const { error: errors, read_only, event: events } = this.#texts;
    return isExpectedNoise(errors[error!]!, read_only[readOnly!]!, events[event!]!) ? Flag.expectedNoise : 0;
  };

  #codesAt(start: number): readonly number[] {
    const memory = this.#read();
    return [0, 4, 8].map((at) => memory.readUInt32LE(start + at));
  }

  #codeOf(name: DictionaryName, text: string): number {
    return this.#dictionaries.named(name).codeOf(text);
  }

  /** Gives a string a code of its own, which the scanner remembers. */
  #adder(name: DictionaryName): Learn {
    const values = this.#dictionaries.named(name);
    return (start, end) =>
      values.addPlain(this.#read(), start, end) ?? values.add(this.#stringIn(start, end));
  }

  /** The code of a text, which is remembered by it. */
  #codeOfKnown(name: 'source' | 'event' | 'error' | 'read_only', text: string): number {
    const code = this.#codeOf(name, text);
    this.#texts[name][code] = text;
    return code;
  }

  /** Says what goes along with the value that is about to be given. */
  #giveAlong(extra: number): void {
    this.#read().writeUInt32LE(extra, this.scanner!.extraAt.value);
  }

  /** The string whose content stands there. */
  #stringIn(start: number, end: number): string {
    const text = this.textIn(start, end);
    return text.includes('\\') ? JSON.parse(`"${text}"`) : text;
  }

  #jsonIn(start: number, end: number): Json {
    return JSON.parse(this.textIn(start, end));
  }

  /** The text that stands there. */
  textIn(start: number, end: number): string {
    return this.#read().toString('utf8', start, end);
  }

  /** The scanner's memory, which moves when it grows. */
  #read(): Buffer {
    if (this.#memory.length === 0) this.#memory = Buffer.from(this.scanner!.memory.buffer);
    return this.#memory;
  }
}
