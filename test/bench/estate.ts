import { base64Letters, type Draws, ranked, upperLetters } from './draws.ts';

/** Who calls: the text of a userIdentity, in three parts when a key and a time stand in it. */
export type Caller = {
  readonly arn: string;
  /** The service that calls on its own account, else empty. */
  readonly service: string;
  /** The JSON, given the hour for callers whose credentials change with it. */
  readonly identity: (hour: number) => string;
};

/** An action of a service: what it does to its parameters follows from its name. */
export type Action = {
  readonly name: string;
  readonly reads: boolean;
  readonly isData: boolean;
  readonly thing: string;
};

/** All that events are made of. */
export type Estate = {
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly services: readonly { readonly name: string; readonly actions: readonly Action[] }[];
  readonly callers: readonly Caller[];
  readonly addresses: readonly string[];
  readonly agents: readonly string[];
  readonly buckets: readonly string[];
  readonly functions: readonly string[];
  readonly roles: readonly Role[];
};

/** A role that sessions are of. */
export type Role = { readonly name: string; readonly id: string; readonly account: string };

const teams =
  'atlas beacon cedar delta ember falcon garnet harbor indigo juniper kestrel lumen mesa nimbus onyx'.split(
    ' ',
  );
const duties =
  'api worker deploy build reader writer backup audit batch stream etl admin scheduler ingest gateway'.split(
    ' ',
  );
const people = 'ana bram chloé dmitri élise farid gül hana ines jörg keiko luís mei nuno olga petra'.split(
  ' ',
);
/** Services that most calls are to, with actions that real logs are full of. */
const busy: { readonly [service: string]: string } = {
  s3: 'GetObject PutObject ListObjects HeadObject DeleteObject GetBucketAcl GetBucketLocation PutBucketPolicy',
  ec2: 'DescribeInstances DescribeVolumes DescribeSubnets DescribeTags RunInstances TerminateInstances CreateTags DescribeImages',
  kms: 'Decrypt GenerateDataKey Encrypt DescribeKey CreateGrant',
  sts: 'AssumeRole GetCallerIdentity AssumeRoleWithWebIdentity GetSessionToken',
  logs: 'CreateLogStream PutLogEvents DescribeLogGroups CreateLogGroup',
  monitoring: 'PutMetricAlarm DescribeAlarms GetMetricData ListMetrics',
  ssm: 'UpdateInstanceInformation GetParameter GetParameters SendCommand StartSession',
  lambda: 'Invoke GetFunction20150331v2 ListFunctions20150331 UpdateFunctionCode20150331v2',
  iam: 'GetRole ListRoles GetPolicy CreateRole AttachRolePolicy PutRolePolicy CreateUser CreateAccessKey',
  dynamodb: 'GetItem PutItem Query UpdateItem DescribeTable',
  autoscaling: 'DescribeAutoScalingGroups UpdateAutoScalingGroup SetDesiredCapacity',
  ecs: 'DescribeTasks RunTask RegisterTaskDefinition SubmitTaskStateChange',
  secretsmanager: 'GetSecretValue DescribeSecret ListSecrets',
  signin: 'ConsoleLogin SwitchRole CheckMfa',
  config: 'PutEvaluations DescribeConfigRules SelectResourceConfig',
};
const verbs =
  'Describe List Get Create Update Delete Put Start Stop Tag Associate Register Enable Batch'.split(' ');
const things =
  'Alias Backup Channel Cluster Dashboard Deployment Device Domain Endpoint Export Filter Fleet Gateway Group Image Index Job Key Layer Member Model Network Pipeline Plan Policy Pool Profile Project Queue Report Repository Resource Route Rule Schedule Schema Session Snapshot Stack Stage Stream Table Task Template Topic User Vault Version Volume Workflow'.split(
    ' ',
  );

/** The estate of a seed. The number of callers grows with that of events: one for every twenty, up to 50,000. */
export function createEstate(draws: Draws, eventCount: number): Estate {
  const accounts = ['111122223333', '444455556666', '777788889999'];
  const callerCount = Math.max(400, Math.min(50_000, Math.floor(eventCount / 20)));
  const accountOf = ranked(draws, accounts.length, 1.2);
  const named = (count: number, separator: string) =>
    Array.from(
      { length: count },
      () => `${draws.pick(teams)}${separator}${draws.pick(duties)}${separator}${draws.hex(6)}`,
    );
  const roles = Array.from({ length: Math.max(60, Math.min(900, Math.floor(callerCount / 20))) }, () => ({
    name: draws.chance(0.06)
      ? `AWSReservedSSO_${draws.pick(['Administrator', 'PowerUser', 'ReadOnly'])}_${draws.hex(16)}`
      : `${draws.pick(teams)}-${draws.pick(duties)}-${draws.pick(['prod', 'stage', 'dev'])}`,
    id: `AROA${draws.letters(upperLetters, 17)}`,
    account: accounts[accountOf()]!,
  }));
  const roleOf = ranked(draws, roles.length, 0.9);
  const callers = Array.from({ length: callerCount }, (_, i) =>
    createCaller(draws, roles[roleOf()]!, accounts[accountOf()]!, i),
  );
  return {
    accounts,
    regions: ['us-east-1', 'eu-west-1', 'us-west-2', 'ap-southeast-2', 'eu-central-1', 'us-east-2'],
    services: createServices(draws),
    callers,
    addresses: Array.from({ length: Math.max(500, Math.min(30_000, Math.floor(eventCount / 30))) }, () =>
      address(draws),
    ),
    agents: Array.from({ length: 2400 }, () => agent(draws)),
    buckets: ['ledger-vault-prod-19ce', ...named(1500, '-')],
    functions: named(1500, '-'),
    roles,
  };
}

/** The bucket that only a few events are about. */
export const rareBucket = 'ledger-vault-prod-19ce';

function createServices(draws: Draws): Estate['services'] {
  const rare = Array.from({ length: 196 }, (_, i) => {
    const names = new Set<string>();
    const count = 4 + draws.below(16);
    while (names.size < count)
      names.add(`${draws.pick(verbs)}${draws.pick(things)}${draws.chance(0.3) ? 's' : ''}`);
    return { name: `${draws.pick(teams)}${draws.pick(duties)}${i}`, actions: [...names] };
  });
  const common = Object.entries(busy).map(([name, actions]) => ({ name, actions: actions.split(' ') }));
  return [...common, ...rare].map(({ name, actions }) => ({
    name,
    actions: actions.map((action) => {
      const thing = action.replace(/^[A-Z][a-z]+/, '').replace(/\d.*$/, '') || 'Resource';
      return {
        name: action,
        reads: /^(?:Describe|List|Get|Head|Query|Select|Batch|Decrypt|Check)/.test(action),
        isData: /Object$|Item$|^Query$|^Invoke$/.test(action),
        thing: thing[0]!.toLowerCase() + thing.slice(1),
      };
    }),
  }));
}

function createCaller(draws: Draws, role: Role, account: string, number: number): Caller {
  const kind = draws.below(1000);
  if (number === 0 || kind < 780) return sessionOf(draws, role);
  if (kind < 900) {
    const service = `${draws.pick(['autoscaling', 'lambda', 'config', 'ecs-tasks', 'delivery.logs', 'ssm', 'states'])}.amazonaws.com`;
    const json = `{"type":"AWSService","invokedBy":"${service}"}`;
    return { arn: '', service, identity: () => json };
  }
  if (kind < 970) {
    const name = `${draws.pick(people)}.${draws.hex(4)}`;
    const arn = `arn:aws:iam::${account}:user/${name}`;
    const json = `{"type":"IAMUser","principalId":"AIDA${draws.letters(upperLetters, 17)}","arn":"${arn}","accountId":"${account}","accessKeyId":"AKIA${draws.letters(upperLetters, 16)}","userName":"${name}"}`;
    return { arn, service: '', identity: () => json };
  }
  const json =
    kind < 990
      ? `{"type":"AWSAccount","principalId":"AROA${draws.letters(upperLetters, 17)}:${draws.pick(teams)}","accountId":"${draws.below(9e8) + 1e11}"}`
      : `{"type":"WebIdentityUser","principalId":"arn:aws:iam::${account}:oidc-provider/id.example.com:${draws.pick(teams)}","userName":"repo:${draws.pick(teams)}","identityProvider":"arn:aws:iam::${account}:oidc-provider/id.example.com"}`;
  return { arn: '', service: '', identity: () => json };
}

/** A session of a role: its access key and when it began change from hour to hour. */
function sessionOf(draws: Draws, { name, id, account }: Role): Caller {
  const session = draws.pick([
    () => `i-${draws.hex(17)}`,
    () => `${draws.pick(people)}@example.com`,
    () => `${draws.pick(teams)}-${draws.pick(duties)}`,
    () => `botocore-session-17${String(draws.bits()).padStart(10, '0').slice(0, 8)}`,
    () => draws.hex(32),
  ])();
  const arn = `arn:aws:sts::${account}:assumed-role/${name}/${session}`;
  const head = `{"type":"AssumedRole","principalId":"${id}:${session}","arn":"${arn}","accountId":"${account}","accessKeyId":"ASIA`;
  const middle = `","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"${id}","arn":"arn:aws:iam::${account}:role/${name}","accountId":"${account}","userName":"${name}"},"attributes":{"creationDate":"`;
  const tail = `","mfaAuthenticated":"${draws.chance(0.06)}"}}}`;
  const salt = draws.bits();
  return {
    arn,
    service: '',
    identity(hour) {
      let state = Math.imul(hour ^ salt, 0x9e3779b1);
      let key = '';
      for (let i = 0; i < 16; i++) {
        state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + i;
        key += upperLetters[(state >>> 11) & 31];
      }
      const began = new Date(hour * 3_600_000 + (salt % 3600) * 1000).toISOString();
      return `${head}${key}${middle}${began.slice(0, 19)}Z${tail}`;
    },
  };
}

function address(draws: Draws): string {
  if (draws.chance(0.2)) return `10.${draws.below(256)}.${draws.below(256)}.${draws.below(256)}`;
  if (draws.chance(0.02)) return `2001:db8:${draws.hex(4)}:${draws.hex(4)}::${draws.hex(3)}`;
  return `${3 + draws.below(200)}.${draws.below(256)}.${draws.below(256)}.${1 + draws.below(254)}`;
}

function agent(draws: Draws): string {
  const version = () => `${1 + draws.below(3)}.${draws.below(90)}.${draws.below(200)}`;
  return draws.pick([
    () =>
      `Boto3/${version()} md/Botocore#${version()} ua/2.0 os/linux#5.10.${draws.below(250)} md/arch#x86_64 lang/python#3.11.${draws.below(9)} cfg/retry-mode#legacy Botocore/${version()}`,
    () =>
      `aws-sdk-go-v2/${version()} os/linux lang/go#1.${18 + draws.below(6)} md/GOOS#linux md/GOARCH#arm64 api/${draws.pick(duties)}#${version()}`,
    () => `APN/1.0 Terraform/1.${draws.below(9)}.0 Provider/${version()} (+https://example.com/provider)`,
    () =>
      `aws-cli/${version()} Python/3.11.8 Linux/5.15 exe/x86_64.ubuntu.22 prompt/off md/command#${draws.pick(teams)}.${draws.pick(duties)}`,
    () =>
      `[aws-sdk-java/${version()} Linux/5.10 OpenJDK_64-Bit_Server_VM/17.0.${draws.below(12)} Java/17.0 io/sync http/Apache]`,
  ])();
}

/** A long token, such as temporary credentials carry. */
export function tokenOf(draws: Draws): string {
  return `${draws.letters(base64Letters, 380 + draws.below(100))}==`;
}
