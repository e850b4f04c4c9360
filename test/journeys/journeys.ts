/**
 * One way from opening the samples to the answer of a question of `samples/README.md`. The keys are what a responder
 * would think of; every character typed is one.
 */
export type Journey = {
  /** The number of the question. */
  readonly question: number;
  /** Text to type, and `Enter`, `Tab`, `Up` for the keys of these names. Between them what the responder waits to see. */
  readonly keys: readonly (string | RegExp)[];
  /** Each stands in one line of the screen at 160×50. */
  readonly answers: readonly RegExp[];
};

const signs: { readonly [name: string]: string } = { Enter: '⏎', Tab: '⇥', Up: '↑' };

/** True for a key that has a name, false for text to type. */
export function isNamedKey(key: string): boolean {
  return key in signs;
}

/** How many keys are pressed. */
export function keyCount(journey: Journey): number {
  return [...keysInWords(journey)].length;
}

/** The keys as `samples/README.md` writes them, one character each: `/alice⏎1`. */
export function keysInWords({ keys }: Journey): string {
  return keys.map((key) => (key instanceof RegExp ? '' : (signs[key] ?? key))).join('');
}

/** From opening to each answer, in the order of the questions. */
export const journeys: readonly Journey[] = [
  {
    question: 1,
    keys: ['/^createst', 'Enter'],
    answers: [
      /▸.09:15:00 .*CreateStream .*Prod\/alice .*customers-copy .*203\.0\.113\.7 .*us-east-1 .*ok/,
      /from .*203\.0\.113\.7 .*AWS CLI 2\.15\.30: kinesis create-stream/,
      /streamName .*"customers-copy"/,
    ],
  },
  {
    question: 2,
    keys: ['/^createst', 'Enter', 'aoao'],
    answers: [
      /▸.09:06:01 .*AssumeRole .*alice .*role\/Deploy .*203\.0\.113\.7/,
      /who .*alice .*IAM user alice · long-lived access key AKIAEXAMPLEALICE2K4M/,
      /accessKeyId .*"ASIAEXAMPLEDPLY4F7QX"/,
    ],
  },
  {
    question: 3,
    keys: ['/=alice', 'Enter', 'lllF'],
    answers: [
      /source_ip in 124 events: 2 values/,
      /│ +192\.0\.2\.10 +\d+ .* 1 │/,
      /│ +203\.0\.113\.7 +\d+ .* 1 │/,
    ],
  },
  {
    question: 4,
    keys: ['/alice', 'Enter', '1gf'],
    answers: [
      /lens 1: failed and denied calls by people/,
      /08:58:03 .*ListUsers .*203\.0\.113\.7 .*✗ AccessDenied/,
      /09:03:15 .*AssumeRole .*role\/Admin .*203\.0\.113\.7 .*✗ AccessDenied/,
      /09:04:02 .*AssumeRole .*role\/Prod .*203\.0\.113\.7 .*✗ AccessDenied/,
      /09:05:20 .*StopLogging .*203\.0\.113\.7 .*✗ AccessDenied/,
    ],
  },
  {
    question: 5,
    keys: ['/alice assum', 'Enter'],
    answers: [
      /09:06:01 .*AssumeRole .* alice .*role\/Deploy .*203\.0\.113\.7 .*ok/,
      /09:14:45 .*AssumeRole .*Deploy\/alice .*role\/Prod .*203\.0\.113\.7 .*ok/,
      /10:57:08 .*AssumeRole .* alice .*role\/Deploy .*203\.0\.113\.7 .*ok/,
      /10:58:21 .*AssumeRole .*Deploy\/alice .*role\/Prod .*203\.0\.113\.7 .*ok/,
      /▸.10:59:36 .*AssumeRole .*Prod\/alice .*role\/MediaArchive .*203\.0\.113\.7 .*ok/,
      /accessKeyId .*"ASIAEXAMPLEARCHQ3W6Z"/,
    ],
  },
  {
    question: 6,
    keys: ['6'],
    answers: [
      /trail stopped 11:02 to 11:40/,
      /10:41:26 .*UpdateDetector .*✗ AccessDenied/,
      /10:51:13 .*StopConfigurationRecorder .*ok/,
      /11:02:17 .*StopLogging .*Deploy\/alice .*ok/,
      /11:40:03 .*StartLogging .*TrailKeeper\/trail/,
    ],
  },
  {
    question: 7,
    keys: ['6', 'Up', 'ahF'],
    answers: [
      /event in 446 events/,
      /GetObject +156 .*03-04 11:04:07 03-04 11:38:03/,
      /GetRecords +56 .*03-04 11:04:14 03-04 11:36:00/,
      /GetMedia +2 .*03-04 11:05:02 03-04 11:09:20/,
    ],
  },
  {
    question: 8,
    keys: ['/is:repaired', 'Enter'],
    answers: [
      /▸.11:19:44 .*ModifySnapshotAttribute .*Deploy\/alice .*203\.0\.113\.7/,
      /opens a resource to others · mended: typographic quotes/,
      /userId .*"555566667777"/,
    ],
  },
  {
    question: 9,
    keys: ['6', 'Up', 'ah/geto', 'Enter', 'G'],
    answers: [
      /\/ geto .*156 of 4,620/,
      /who .*alice → Deploy\/alice → Prod\/alice → MediaArchive\/nightly-sync/,
      /when .*2026-03-04 11:38:03 UTC/,
      /bucketName .*"media-masters"/,
    ],
  },
  {
    question: 10,
    keys: ['2', 'Up'],
    answers: [
      /▸.10:24:19 .*ConsoleLogin .*media-ci .*203\.0\.113\.66 .*ok/,
      /10:22:51 .*ConsoleLogin .*studio-desk .*203\.0\.113\.66 .*✗ Failure/,
      /who .*media-ci .*without MFA/,
    ],
  },
  {
    question: 11,
    keys: ['2', 'Up', 'aiG'],
    answers: [
      /source_ip:=203\.0\.113\.66/,
      /12:08:14 .*UpdateFunctionCode20150331v2 .*media-ci .*thumbnailer/,
      /12:22:30 .*GetSecretValue .*media-ci/,
      /▸.13:21:44 .*DeleteUserPolicy .*media-ci/,
      /who .*media-ci .*IAM user media-ci · long-lived access key AKIAEXAMPLEMEDCI7J3P/,
      /when .*account 444455556666/,
    ],
  },
  {
    question: 12,
    keys: ['/"66667777"', 'Enter'],
    answers: [
      /9 of 4,620/,
      /09:16:24 .*kinesis .*PutResourcePolicy .*ok/,
      /09:36:12 .*UpdateAssumeRolePolicy .*MediaArchive .*ok/,
      /10:02:44 .*ModifySnapshotAttribute .*ok/,
      /12:08:14 .*UpdateFunctionCode20150331v2 .*thumbnailer .*ok/,
      /▸.12:31:20 .*AssumeRole .*account 55556666.*role\/MediaArchive .*203\.0\.113\.66 .*ok/,
    ],
  },
  {
    question: 13,
    keys: ['5', 'Up', 'Up', 'Up', /"AKIAEXAMPLEMEDCI7J3P"/, 'Enter', 'Tab', 'j*5'],
    answers: [
      /"AKIAEXAMPLEMEDCI7J3P"/,
      /13 of 4,620/,
      /09:28:33 .*CreateAccessKey .*Prod\/alice .*media-ci .*ok/,
      /12:22:30 .*GetSecretValue .*media-ci/,
      /13:21:44 .*DeleteUserPolicy .*media-ci .*ok/,
    ],
  },
  {
    question: 14,
    keys: ['/"]52;c"', 'Enter'],
    answers: [/▸!09:14:09 .*CreateSignalingChannel .*✗ AccessDenied/, /value .*\\u001b\]52;c;/],
  },
];
