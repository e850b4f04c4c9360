import { expect, test } from 'vitest';
import type { CloudTrailRecord, Json } from '../../src/record/json.ts';
import { createEventStore } from '../../src/store/event-store.ts';
import { chainText } from '../../src/store/sessions.ts';
import type { Snapshot } from '../../src/store/snapshot.ts';
import { decodedOf, decoders } from './decoded-of.ts';

const account = '111122223333';
const other = '444455556666';

/** A user with a long-lived key. */
function user(name: string, key: string): Json {
  return {
    type: 'IAMUser',
    principalId: `AIDA${name}`,
    arn: `arn:aws:iam::${account}:user/${name}`,
    accountId: account,
    accessKeyId: key,
    userName: name,
  };
}

type Role = {
  key?: string;
  created?: string;
  more?: { [key: string]: Json };
  context?: { [key: string]: Json };
};

/** A session of a role. */
function role(
  name: string,
  session: string,
  { key = '', created = '2026-03-01T09:00:00Z', more = {}, context = {} }: Role = {},
): Json {
  return {
    type: 'AssumedRole',
    principalId: `AROA${name}:${session}`,
    arn: `arn:aws:sts::${account}:assumed-role/${name}/${session}`,
    accountId: account,
    accessKeyId: key,
    ...more,
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${account}:role/${name}`, userName: name },
      attributes: { creationDate: created, mfaAuthenticated: 'false' },
      ...context,
    },
  };
}

/** A call, told apart by its id. */
function call(eventID: string, userIdentity: Json, more: { [key: string]: Json } = {}): CloudTrailRecord {
  return {
    eventID,
    eventTime: '2026-03-01T09:30:00Z',
    eventSource: 's3.amazonaws.com',
    eventName: 'ListBuckets',
    userIdentity,
    ...more,
  };
}

/** A call that hands out a key. */
function assume(
  eventID: string,
  userIdentity: Json,
  roleName: string,
  key: string,
  more: { [key: string]: Json } = {},
): CloudTrailRecord {
  return call(eventID, userIdentity, {
    eventSource: 'sts.amazonaws.com',
    eventName: 'AssumeRole',
    eventTime: '2026-03-01T09:00:00Z',
    requestParameters: { roleArn: `arn:aws:iam::${account}:role/${roleName}` },
    responseElements: { credentials: { accessKeyId: key } },
    ...more,
  });
}

/** A store of one file for each group of records, each file read by a decoder of its own. */
function load(...files: readonly (readonly CloudTrailRecord[])[]): Snapshot {
  const store = createEventStore({ keepDuplicates: false });
  const dictionaries = decoders(files.length);
  for (const [i, records] of files.entries()) {
    store.append(decodedOf(dictionaries[i]!, `${records[0]!.eventID}.json`, records));
  }
  return store.snapshot();
}

/** What a snapshot says of an event: person, session, chain. */
function said(snapshot: Snapshot, eventId: string) {
  const event = snapshot.eventWithId(eventId)!;
  return {
    person: snapshot.text('person', event),
    session: snapshot.text('session', event),
    chain: chainText(snapshot.chainOf(event)),
  };
}

/** Every order of the elements, for a handful of them. */
function* ordersOf<T>(elements: readonly T[]): Generator<T[]> {
  if (elements.length === 0) yield [];
  for (const [i, first] of elements.entries()) {
    for (const rest of ordersOf([...elements.slice(0, i), ...elements.slice(i + 1)])) yield [first, ...rest];
  }
}

const aliceDeploys = assume('a1', user('alice', 'AKIAALICE'), 'Deploy', 'ASIADEPLOY');
const deployToProd = assume('a2', role('Deploy', 'ci', { key: 'ASIADEPLOY' }), 'Prod', 'ASIAPROD');
const inProd = call('c1', role('Prod', 'ci', { key: 'ASIAPROD' }));

test('follows a chain of roles to the person, in whatever order the files come', () => {
  for (const files of ordersOf([
    [aliceDeploys],
    [deployToProd],
    [inProd],
    [call('c2', user('bob', 'AKIABOB'))],
  ])) {
    const snapshot = load(...files);
    expect(said(snapshot, 'c1')).toEqual({
      person: 'alice',
      session: 'Prod/ci ASIAPROD',
      chain: 'alice → Deploy/ci → Prod/ci',
    });
    expect(said(snapshot, 'a2')).toEqual({
      person: 'alice',
      session: 'Deploy/ci ASIADEPLOY',
      chain: 'alice → Deploy/ci',
    });
    expect(said(snapshot, 'c2')).toEqual({ person: 'bob', session: 'bob AKIABOB', chain: 'bob' });
  }
});

test('names the call that began a session, and the sessions that it began', () => {
  const snapshot = load([aliceDeploys, deployToProd, inProd]);
  const session = snapshot.sessionOf(snapshot.eventWithId('a2')!);
  expect(session.issuer).toBe(snapshot.eventWithId('a1'));
  expect(session.descendants).toEqual(['Prod/ci ASIAPROD']);
  const first = snapshot.sessionOf(snapshot.eventWithId('a1')!);
  expect(first.descendants).toEqual(['Deploy/ci ASIADEPLOY', 'Prod/ci ASIAPROD']);
  expect(snapshot.sessionOf(snapshot.eventWithId('a1')!).issuer).toBeUndefined();
});

test('ends a ring of keys that issued each other at the same place in any order', () => {
  const ring = [
    assume('r1', role('A', 's', { key: 'ASIAA' }), 'B', 'ASIAB'),
    assume('r2', role('B', 's', { key: 'ASIAB' }), 'C', 'ASIAC'),
    assume('r3', role('C', 's', { key: 'ASIAC' }), 'A', 'ASIAA'),
    call('tail', role('D', 's', { key: 'ASIAD' })),
    assume('out', role('C', 's', { key: 'ASIAC' }), 'D', 'ASIAD'),
    assume('self', role('E', 's', { key: 'ASIAE' }), 'E', 'ASIAE'),
  ];
  for (const records of [
    ring,
    [...ring].reverse(),
    [ring[3]!, ring[1]!, ring[4]!, ring[0]!, ring[5]!, ring[2]!],
  ]) {
    const snapshot = load(...records.map((record) => [record]));
    expect(said(snapshot, 'r3').chain).toBe('A/s → B/s → C/s');
    expect(said(snapshot, 'tail')).toEqual({
      person: 'A/s',
      session: 'D/s ASIAD',
      chain: 'A/s → B/s → C/s → D/s',
    });
    expect(said(snapshot, 'self').chain).toBe('E/s');
  }
});

test('groups the fresh keys of the console by principal and time of creation', () => {
  const console = { sessionCredentialFromConsole: 'true' };
  const snapshot = load(
    [call('k1', role('Admin', 'eve', { key: 'ASIA1' }), console)],
    [call('k2', role('Admin', 'eve', { key: 'ASIA2' }), console)],
    [call('k3', role('Admin', 'eve', { key: 'ASIA3', created: '2026-03-01T12:00:00Z' }), console)],
  );
  expect(said(snapshot, 'k1').session).toBe('Admin/eve 2026-03-01T09:00:00Z');
  expect(said(snapshot, 'k2').session).toBe(said(snapshot, 'k1').session);
  expect(said(snapshot, 'k3').session).toBe('Admin/eve 2026-03-01T12:00:00Z');
});

test('counts the calls that services make for a session to that session', () => {
  const forwarded = role('Deploy', 'ci', {
    key: 'ASIAFRESH',
    more: { invokedBy: 'cloudformation.amazonaws.com' },
  });
  const snapshot = load([call('f1', forwarded)], [aliceDeploys], [deployToProd]);
  expect(said(snapshot, 'f1')).toEqual({
    person: 'alice',
    session: 'Deploy/ci ASIADEPLOY',
    chain: 'alice → Deploy/ci',
  });
});

test('keeps forwarded calls apart when two sessions of the name began in one second', () => {
  const forwarded = role('Deploy', 'ci', {
    key: 'ASIAFRESH',
    more: { invokedBy: 'cloudformation.amazonaws.com' },
  });
  const snapshot = load([
    call('f1', forwarded),
    call('x1', role('Deploy', 'ci', { key: 'ASIA1' })),
    call('x2', role('Deploy', 'ci', { key: 'ASIA2' })),
  ]);
  expect(said(snapshot, 'f1').session).toBe('Deploy/ci 2026-03-01T09:00:00Z');
});

test('links a switch of roles in the console by role and second, unless two callers may have made it', () => {
  const console = { sessionCredentialFromConsole: 'true' };
  const switched = call('s1', role('Admin', 'alice', { key: 'ASIAFRESH' }), console);
  const byAlice = assume('a1', user('alice', 'AKIAALICE'), 'Admin', 'ASIANEVERSEEN');
  const byBob = assume('a2', user('bob', 'AKIABOB'), 'Admin', 'ASIANEVERSEEN2');
  expect(said(load([switched], [byAlice]), 's1').chain).toBe('alice → Admin/alice');
  for (const files of ordersOf([[switched], [byAlice], [byBob]])) {
    expect(said(load(...files), 's1').chain).toBe('Admin/alice');
  }
});

test("prefers the caller's own record to the copy in the other account", () => {
  const copy = assume(
    'b1',
    { type: 'AWSAccount', principalId: 'AIDAalice', accountId: other },
    'Deploy',
    'ASIADEPLOY',
  );
  for (const files of ordersOf([[copy], [aliceDeploys], [inProd], [deployToProd]])) {
    expect(said(load(...files), 'c1').chain).toBe('alice → Deploy/ci → Prod/ci');
  }
  expect(said(load([copy], [deployToProd]), 'a2').chain).toBe(`account ${other}/AIDAalice → Deploy/ci`);
});

test('knows a caller from another account by the record in its own', () => {
  const shared = { sharedEventID: 'shared-1' };
  const stranger: Json = { type: 'AWSAccount', principalId: 'AIDAalice', accountId: account };
  const copy = assume('b1', stranger, 'Far', 'ASIAFAR', shared);
  const own = assume('a1', user('alice', 'AKIAALICE'), 'Far', 'ASIAFAR', shared);
  const later = assume('b2', stranger, 'Far', 'ASIALATER');
  for (const files of ordersOf([
    [copy],
    [own],
    [later],
    [call('c1', role('Far', 's', { key: 'ASIALATER' }))],
  ])) {
    const snapshot = load(...files);
    for (const id of ['a1', 'b1', 'b2', 'c1']) expect(said(snapshot, id).person).toBe('alice');
  }
  expect(said(load([copy]), 'b1').person).toBe(`account ${account}/AIDAalice`);
});

test('takes all credentials of a sign-in session for one session', () => {
  const context = { signInSessionArn: `arn:aws:signin:eu-west-1:${account}:session/5f1c` };
  const snapshot = load(
    [call('s1', role('Dev', 'eve', { key: 'ASIA1', context }))],
    [call('s2', role('Dev', 'eve', { key: 'ASIA2', context }))],
  );
  expect(said(snapshot, 's1').session).toBe('Dev/eve 5f1c');
  expect(said(snapshot, 's2').session).toBe('Dev/eve 5f1c');
});

test('sees the person behind providers, permission sets and source identities', () => {
  const sso = role('AWSReservedSSO_Admin_0123456789abcdef', 'eve@example.com', { key: 'ASIASSO' });
  const saml: Json = {
    type: 'SAMLUser',
    principalId: 'x:eve',
    userName: 'eve@example.com',
    identityProvider: 'idp',
  };
  const fed: Json = {
    type: 'FederatedUser',
    arn: `arn:aws:sts::${account}:federated-user/press`,
    accessKeyId: 'ASIAFED',
    sessionContext: {
      sessionIssuer: { type: 'IAMUser', arn: `arn:aws:iam::${account}:user/alice`, userName: 'alice' },
    },
  };
  const userId = '94482488-3041-7026-18f3-be45837cd0e4';
  const snapshot = load(
    [call('sso', sso), assume('saml', saml, 'Viewer', 'ASIAVIEW', { eventName: 'AssumeRoleWithSAML' })],
    [call('viewer', role('Viewer', 'v', { key: 'ASIAVIEW' })), call('fed', fed)],
    [call('source', role('Deploy', 'ci', { key: 'ASIAX', context: { sourceIdentity: 'eve@example.com' } }))],
    [call('idc', { type: 'IdentityCenterUser', onBehalfOf: { userId } })],
    [call('named', { type: 'IdentityCenterUser', userName: 'eve@example.com', onBehalfOf: { userId } })],
  );
  for (const id of ['sso', 'saml', 'viewer', 'source', 'idc', 'named'])
    expect(said(snapshot, id).person).toBe('eve@example.com');
  expect(said(snapshot, 'fed').person).toBe('alice');
});

test('names an instance, not the service that gave it its role', () => {
  const web = role('Web', 'i-0abc', { key: 'ASIAWEB' });
  const snapshot = load(
    [call('w1', web)],
    [assume('e1', { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' }, 'Web', 'ASIAWEB')],
  );
  expect(said(snapshot, 'w1')).toEqual({
    person: 'Web/i-0abc',
    session: 'Web/i-0abc ASIAWEB',
    chain: 'ec2.amazonaws.com → Web/i-0abc',
  });
  expect(said(snapshot, 'e1')).toEqual({
    person: 'ec2.amazonaws.com',
    session: '',
    chain: 'ec2.amazonaws.com',
  });
});

test('a key that was made for a user begins no chain, but the call that made it is known', () => {
  const made = call('m1', user('alice', 'AKIAALICE'), {
    eventName: 'CreateAccessKey',
    responseElements: { accessKey: { accessKeyId: 'AKIABOB', userName: 'bob' } },
  });
  const snapshot = load([made, call('c1', user('bob', 'AKIABOB'))]);
  const event = snapshot.eventWithId('c1')!;
  expect(said(snapshot, 'c1').chain).toBe('bob');
  expect(snapshot.sessionOf(event).issuer).toBe(snapshot.eventWithId('m1'));
});

test('tells sessions of one name in two accounts apart', () => {
  const console = { sessionCredentialFromConsole: 'true' };
  const far = {
    ...(role('Admin', 'eve', { key: 'ASIA2' }) as object),
    principalId: 'AROAFAR:eve',
    accountId: other,
  };
  const snapshot = load([
    call('n', role('Admin', 'eve', { key: 'ASIA1' }), console),
    call('f', far, console),
  ]);
  expect(said(snapshot, 'n').session).toBe('Admin/eve 2026-03-01T09:00:00Z AROAAdmin:eve');
  expect(said(snapshot, 'f').session).toBe('Admin/eve 2026-03-01T09:00:00Z AROAFAR:eve');
});

test('a later snapshot sees more, and an earlier one stays as it was', () => {
  const store = createEventStore({ keepDuplicates: false });
  const [first, second] = decoders(2);
  store.append(decodedOf(first!, 'a.json', [inProd]));
  const before = store.snapshot();
  store.append(decodedOf(second!, 'b.json', [deployToProd, aliceDeploys]));
  expect(said(store.snapshot(), 'c1').person).toBe('alice');
  expect(said(before, 'c1')).toEqual({ person: 'Prod/ci', session: 'Prod/ci ASIAPROD', chain: 'Prod/ci' });
});
