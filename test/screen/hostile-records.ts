import type { CloudTrailRecord, Json } from '../../src/record/json.ts';

const hostile = [
  '\u001b]52;c;aGVsbG8=\u0007',
  '\u001b[2J\u001b[H',
  'Success\rDenied!',
  'user\u202egpj.exe',
  'zero\u200bwidth',
  '\u0000\u0008\u007f\u009b',
  '日本語のとても長い名前です',
  '👩‍👩‍👧‍👦 family',
  '\ud800 lone',
  '\u0301combining',
  'a\u0300\u0301\u0302\u0303',
  '',
  ' ',
  'x'.repeat(5000),
];

const nested: Json = JSON.parse(`${'{"a":'.repeat(60)}1${'}'.repeat(60)}`);

/** Records as attackers and broken tools write them: controls, bidi, wide characters, huge and missing values, unexpected types. */
export const hostileRecords: readonly CloudTrailRecord[] = [
  ...hostile.flatMap((text, i) => [
    {
      eventVersion: '1.08',
      eventID: `00000000-0000-4000-8000-0000000000${String(i + 10)}`,
      eventTime: `2026-03-0${1 + (i % 5)}T10:00:${String(i).padStart(2, '0')}Z`,
      eventSource: `${text}.amazonaws.com`,
      eventName: text,
      awsRegion: text,
      sourceIPAddress: text,
      userAgent: text,
      userIdentity: {
        type: 'IAMUser',
        userName: text,
        arn: `arn:aws:iam::111122223333:user/${text}`,
        accountId: '111122223333',
      },
      errorCode: i % 3 === 0 ? text : undefined,
      errorMessage: text,
      readOnly: i % 2 === 0,
      requestParameters: {
        [text]: text,
        list: [text, { deep: nested }],
        policyDocument: JSON.stringify({ Statement: [{ Action: text }] }),
      },
      responseElements: i % 2 === 0 ? null : { [text]: { [text]: text } },
      additionalEventData: { note: text },
    } as unknown as CloudTrailRecord,
  ]),
  { eventName: 'OnlyAName', eventSource: 's3.amazonaws.com', eventTime: 'never' },
  {
    eventName: 'Wrong',
    eventSource: 'iam.amazonaws.com',
    eventTime: '2026-03-03T00:00:00Z',
    requestParameters: 'text',
    responseElements: [1, 2],
    userIdentity: { type: 'AssumedRole' },
  },
];
