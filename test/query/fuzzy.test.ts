import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import Fuse from 'fuse.js';
import { describe, expect, test } from 'vitest';
import { createDecoder } from '../../src/decode/decode.ts';
import { Fit, fitOf, mayFitLonger, mostSlips, slipFitOf } from '../../src/query/fuzzy.ts';
import { lettersOf, missingLetters } from '../../src/query/letters.ts';
import { createEventStore } from '../../src/store/event-store.ts';
import { ask } from './ask.ts';
import { loadRecords } from './load-records.ts';
import { calls, principals } from './names.ts';
import { bytesFrom } from './samples.ts';

const identity = (userName: string) => ({ type: 'IAMUser', userName });
const names = loadRecords([
  ...calls.map(([service, event]) => ({
    eventSource: `${service}.amazonaws.com`,
    eventName: event,
    eventTime: '2026-03-01T00:00:00Z',
    userIdentity: identity('zoe'),
  })),
  ...principals.map((principal) => ({
    eventSource: 'x.amazonaws.com',
    eventName: 'Xyzzy',
    eventTime: '2026-03-01T00:00:00Z',
    userIdentity: identity(principal),
  })),
]);

function found(typed: string): string[] {
  return ask(typed, names)
    .map((event) => calls[event]?.[1] ?? principals[event - calls.length]!)
    .sort();
}

const assumeRoles = 'AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity UpdateAssumeRolePolicy';
const instances =
  'DescribeDBInstances DescribeInstanceAttribute DescribeInstanceStatus DescribeInstanceTypes DescribeInstances';
const groups =
  'AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress CreateSecurityGroup DeleteSecurityGroup DescribeSecurityGroups RevokeSecurityGroupIngress';
const snapshots =
  'CopySnapshot CreateDBSnapshot CreateSnapshot DeleteSnapshot DescribeSnapshots ModifyDBSnapshotAttribute ModifySnapshotAttribute';
const channels =
  'CreateSignalingChannel DeleteSignalingChannel DescribeSignalingChannel GetSignalingChannelEndpoint ListSignalingChannels';

/** What is typed, and all the names that it finds among the event names and principals of a busy account. */
const table: readonly (readonly [typed: string, found: string])[] = [
  // Slips: a letter missing, doubled, wrong, or two swapped.
  ['asumerole', assumeRoles],
  ['assumrole', assumeRoles],
  ['asusmerole', assumeRoles],
  ['assumerloe', assumeRoles],
  ['stoploging', 'StopLogging'],
  ['decyrpt', 'Decrypt'],
  ['createstreem', 'CreateStream'],
  ['creatstream', 'CreateStream'],
  ['createacceskey', 'CreateAccessKey'],
  ['createaccesskeys', 'CreateAccessKey'],
  ['accesskye', 'CreateAccessKey DeleteAccessKey GetAccessKeyLastUsed ListAccessKeys UpdateAccessKey'],
  ['describeinstnce', instances],
  ['lokupevents', 'LookupEvents'],
  ['listbukets', 'ListBuckets'],
  ['consolelgoin', 'ConsoleLogin'],
  ['federaton', 'GetFederationToken'],
  ['detachrolpolicy', 'DetachRolePolicy'],
  ['alcie', 'Deploy/alice alice'],
  ['deplyo', 'Deploy/alice'],
  ['terrafrom', 'terraform'],
  ['medai-ci', 'media-ci'],
  // Parts.
  ['desc inst', instances],
  ['inst desc', instances],
  ['log stop', 'StopLogging'],
  ['sig chan', channels],
  ['get pass', 'GetPasswordData'],
  ['list role', 'ListAttachedRolePolicies ListRolePolicies ListRoles'],
  ['lambda update', 'UpdateFunctionCode20150331v2 UpdateFunctionConfiguration20150331v2'],
  ['kinesis create', 'CreateApplication CreateSignalingChannel CreateStream'],
  ['kinesisvideo get', 'GetClip GetDataEndpoint GetMedia GetSignalingChannelEndpoint'],
  ['create alias', 'CreateAlias'],
  // Abbreviations and initials.
  ['descinst', instances],
  ['crak', 'CreateAccessKey'],
  ['creackey', 'CreateAccessKey'],
  ['cak', 'CancelKeyDeletion CreateAccessKey'],
  ['gci', 'GetCallerIdentity GetCommandInvocation'],
  ['getcallid', 'GetCallerIdentity'],
  ['runinst', 'RunInstances'],
  ['terminst', 'TerminateInstances'],
  ['stoplog', 'StopLogging'],
  ['sigchan', channels],
  ['delsig', 'DeleteSignalingChannel'],
  ['getobj', 'GetObject'],
  ['gob', 'GetObject'],
  ['pubacc', 'DeleteBucketPublicAccessBlock GetBucketPublicAccessBlock PutBucketPublicAccessBlock'],
  ['putbpol', 'PutBucketPolicy'],
  ['deltrail', 'DeleteTrail'],
  ['conlog', 'ConsoleLogin'],
  ['updfunc', 'UpdateFunctionCode20150331v2 UpdateFunctionConfiguration20150331v2'],
  ['gsv', 'GetSecretValue'],
  ['modsnap', 'ModifyDBSnapshotAttribute ModifySnapshotAttribute'],
  ['msa', 'ModifyDBSnapshotAttribute ModifySnapshotAttribute'],
  ['authsecingress', 'AuthorizeSecurityGroupIngress'],
  ['asgi', 'AuthorizeSecurityGroupIngress'],
  ['clp', 'CreateLoginProfile'],
  ['aup', 'AttachUserPolicy'],
  ['credrep', 'GenerateCredentialReport GetCredentialReport'],
  ['startsess', 'StartSession'],
  ['descvpc', 'DescribeVpcs'],
  ['websrv', 'WebServer/i-0a1b2c3d4e5f60718'],
  // Vowels left out.
  ['dcrypt', 'Decrypt'],
  ['secgrp', groups],
  ['trminst', 'TerminateInstances'],
  ['attusrpol', 'AttachUserPolicy ListAttachedUserPolicies'],
  ['snpshot', snapshots],
  ['gtobj', 'GetObject'],
  ['dltusr', 'DeleteUser'],
  ['passwrd', 'GetPasswordData PasswordRecoveryRequested'],
  // What stands as typed brings nothing else with it.
  ['assumerole', assumeRoles],
  ['mfa', 'CheckMfa DeactivateMFADevice EnableMFADevice ListMFADevices'],
  ['root', 'AssumeRoot'],
  ['secgroup', groups],
  ['securitygroup', groups],
  ['snapshot', snapshots],
  ['decrypt', 'Decrypt'],
  ['alice', 'Deploy/alice alice'],
  ['bob', 'bob'],
  ['flowlog', 'CreateFlowLogs DeleteFlowLogs DescribeFlowLogs'],
  ['getobject', 'GetObject'],
  ['event', 'CreateEventSourceMapping20150331 GetEventSelectors LookupEvents PutEventSelectors'],
  ['detach', 'DetachRolePolicy'],
  ['i-0a1b', 'WebServer/i-0a1b2c3d4e5f60718'],
  ['saml', 'AssumeRoleWithSAML'],
  // What is none of them finds nothing.
  ['zzz', ''],
  ['qwerty', ''],
  ['xylophone', ''],
  ['rle', ''],
  ['describe kinesis bucket', ''],
  ['mongodb', ''],
];

describe('a word finds the names that were meant, and no others', () => {
  test.each(table)('%s', (typed, expected) => {
    expect(found(typed)).toEqual(
      expected
        .split(' ')
        .filter((name) => name !== '')
        .sort(),
    );
  });
});

test('the names are as many as a real trail has', () => {
  expect(calls.length).toBeGreaterThan(250);
  expect(table.length).toBeGreaterThanOrEqual(60);
});

describe('looks that spare closer ones hide nothing', () => {
  const all = [
    ...new Set([...calls.flat(), ...principals, 'Élise/ÀB', 'ember-reader-dev/botocore-session-17']),
  ];
  const word = fc
    .tuple(
      fc.constantFrom(...all),
      fc.nat(20),
      fc.integer({ min: 1, max: 40 }),
      fc.nat(40),
      fc.constantFrom('', 'e', 'x', '7'),
    )
    .map(([name, from, length, at, letter]) => {
      const part = name
        .toLowerCase()
        .slice(from % name.length)
        .slice(0, length);
      // A letter in the place of another, or none.
      return part.slice(0, at % part.length) + letter + part.slice((at % part.length) + 1);
    })
    .filter((text) => text !== '');

  test('of letters, and of what the word fitted before its last letter', () => {
    fc.assert(
      fc.property(word, fc.constantFrom(...'aeirst-4'), (text, next) => {
        const needed = lettersOf(text);
        for (const name of all) {
          const folded = name.toLowerCase();
          const fit = fitOf(text, name, folded);
          if ((lettersOf(folded) & needed) !== needed) expect(fit).toBe(Fit.none);
          if (fit === Fit.none && !mayFitLonger(text.length))
            expect(fitOf(text + next, name, folded)).toBe(Fit.none);
          if (missingLetters(text)(lettersOf(folded)) > mostSlips(text))
            expect(slipFitOf(text, name, folded)).toBe(Fit.none);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of the pieces of a word that slips leave whole', () => {
    fc.assert(
      fc.property(word, (text) => {
        for (const name of all) {
          if (text.length < 5 || text.length > 32) continue;
          // As fuse.js alone sees it: what it finds in a name is a slip, if the name shares the word's letters.
          const { isMatch } = Fuse.match(text, name, {
            threshold: 0.2,
            ignoreLocation: true,
            includeMatches: true,
            minMatchCharLength: 2,
          });
          if (!isMatch) expect(slipFitOf(text, name)).not.toBe(Fit.typo);
          else expect(slipFitOf(text, name)).not.toBe(Fit.none);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const corpus = join(import.meta.dirname, '../../../shared/corpus/cloudtrail-public.zip');

describe.skipIf(!existsSync(corpus))('over real logs', () => {
  test('the same words find the same names where these occur, and little besides', () => {
    const decoder = createDecoder(0, { maxInflatedBytes: 1e9 });
    const store = createEventStore({ keepDuplicates: false });
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(corpus)))) {
      store.append(decoder.decode({ path, bytes }));
    }
    const snapshot = store.snapshot();
    const real = new Set(snapshot.column('event')!.values);
    const loaded = { snapshot, recordBytes: bytesFrom(snapshot) };
    const wrong = table.flatMap(([typed, expected]) => {
      const wanted = expected.split(' ').filter((name) => name !== '' && real.has(name));
      if (wanted.length === 0) return [];
      const hits = new Set(ask(typed, loaded).map((event) => snapshot.text('event', event)!));
      const missing = wanted.filter((name) => !hits.has(name));
      const most = 3 * expected.split(' ').length + 6;
      return missing.length > 0 || hits.size > most ? [{ typed, missing, hits: [...hits] }] : [];
    });
    expect(real.size).toBeGreaterThan(262);
    expect(wrong).toEqual([]);
  });
});
