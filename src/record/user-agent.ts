/** What sort of program made a call. */
export type AgentKind =
  | 'command line'
  | 'console'
  | 'SDK'
  | 'infrastructure tool'
  | 'browser'
  | 'AWS service'
  | 'program'
  | 'unknown';

/** A user agent in words. */
export type AgentWords = {
  readonly kind: AgentKind;
  /**
   * `AWS CLI 2.15.0: s3 cp`, `AWS SDK for Go 1.44.2 (go1.19)`,
   * `console`; the raw text when nothing fits; empty when there is none.
   */
  readonly words: string;
};

type Rule = {
  readonly kind: AgentKind;
  readonly when: RegExp;
  /** Gets the match of `when` and the whole user agent. */
  readonly say: (found: RegExpExecArray, agent: string) => string;
};

/** The first rule that fits decides: tools that carry an SDK's name come before the SDKs. */
const rules: readonly Rule[] = [
  { kind: 'AWS service', when: /^AWS Internal$/, say: () => 'AWS Internal' },
  {
    kind: 'console',
    when: /^(?:console|signin)(?:\.[\w-]+)*\.(?:amazonaws|aws\.amazon)\.com$/,
    say: () => 'console',
  },
  { kind: 'AWS service', when: /^[\w.-]+\.amazonaws\.com(?:\.cn)?$/, say: ([name]) => name },
  {
    kind: 'console',
    when: /\b(S3Console|EC2ConsoleFrontend|\w+ Console|AWS-?Console\w*)\b/,
    say: ([, name]) => (/^AWS-?Console/.test(name!) ? 'console' : `console (${name})`),
  },
  { kind: 'console', when: /\bAWS Signin\b/, say: () => 'console sign-in' },
  {
    kind: 'infrastructure tool',
    when: /\bTerraform\/([\w.-]+)/,
    say: ([, version]) => `Terraform ${version}`,
  },
  { kind: 'infrastructure tool', when: /\bOpenTofu\/([\w.-]+)/, say: ([, version]) => `OpenTofu ${version}` },
  { kind: 'infrastructure tool', when: /\bPulumi\/([\w.-]+)/i, say: ([, version]) => `Pulumi ${version}` },
  { kind: 'infrastructure tool', when: /\baws-cdk\/([\w.-]+)/i, say: ([, version]) => `AWS CDK ${version}` },
  { kind: 'infrastructure tool', when: /\bansible\b/i, say: () => 'Ansible' },
  { kind: 'command line', when: /\baws-cli\/([\w.-]+)/, say: sayCli },
  {
    kind: 'command line',
    when: /\bAWSPowerShell[\w.]*\/([\w.-]+)/,
    say: ([, version]) => `AWS Tools for PowerShell ${version}`,
  },
  {
    kind: 'SDK',
    when: /\bBoto3\/([\w.-]+)/,
    say: ([, version], agent) => `AWS SDK for Python ${version}${language(agent)}`,
  },
  { kind: 'SDK', when: /\baws-sdk-([a-z]+)(?:-v(\d))?\/([\w.-]+)/i, say: saySdk },
  {
    kind: 'SDK',
    when: /\bBotocore\/([\w.-]+)/i,
    say: ([, version], agent) => `botocore ${version}${language(agent)}`,
  },
  {
    kind: 'browser',
    when: /^Mozilla\/.*?\b(Edg|OPR|Firefox|Chrome|Version)\/(\d+)(?:.*?\b(Edg|OPR)\/(\d+))?/,
    say: sayBrowser,
  },
  { kind: 'browser', when: /^Mozilla\//, say: () => 'browser' },
  {
    kind: 'program',
    when: /^(python-requests|curl|PostmanRuntime|Wget|Go-http-client|okhttp|kube[\w-]*)\/([\w.-]+)/i,
    say: ([, name, version]) => `${name} ${version}`,
  },
];

const sdkNames: ReadonlyMap<string, string> = new Map([
  ['go', 'Go'],
  ['java', 'Java'],
  ['js', 'JavaScript'],
  ['nodejs', 'JavaScript'],
  ['dotnet', '.NET'],
  ['net', '.NET'],
  ['php', 'PHP'],
  ['ruby', 'Ruby'],
  ['cpp', 'C++'],
  ['rust', 'Rust'],
  ['kotlin', 'Kotlin'],
  ['swift', 'Swift'],
  ['ios', 'iOS'],
  ['android', 'Android'],
  ['python', 'Python'],
]);

/** Which program made the call, by its user agent: a tool, the console, an SDK and its language, a browser, a service. */
export function userAgentInWords(userAgent: string): AgentWords {
  const agent = userAgent.replace(/^\[(.*)\]$/s, '$1').trim();
  for (const { kind, when, say } of rules) {
    const found = when.exec(agent);
    if (found !== null) return { kind, words: say(found, agent) };
  }
  return { kind: agent === '' ? 'unknown' : 'program', words: agent };
}

/**
 * The program alone, and the system it ran on where the user agent says: `AWS CLI 2.15.0 on Linux`. What the calls of one
 * program on one computer have in common.
 */
export function programInWords(userAgent: string): string {
  const { kind, words } = userAgentInWords(userAgent);
  const program = kind === 'command line' ? words.replace(/: .*$/s, '') : words;
  if (program === '' || program === userAgent) return program;
  const system = /\b(linux|darwin|macos|macintosh|windows)\b/i.exec(userAgent)?.[1];
  return system === undefined ? program : `${program} on ${systemNames.get(system.toLowerCase())}`;
}

const systemNames: ReadonlyMap<string, string> = new Map([
  ['linux', 'Linux'],
  ['darwin', 'macOS'],
  ['macos', 'macOS'],
  ['macintosh', 'macOS'],
  ['windows', 'Windows'],
]);

/** The subcommand of the AWS CLI in a user agent, `s3 cp`; empty when it names none. */
export function cliCommandIn(userAgent: string): string {
  const found = /\b(?:md\/)?command[#/]([\w-]+(?:\.[\w-]+)*)/.exec(userAgent);
  return found === null ? '' : found[1]!.replaceAll('.', ' ');
}

function sayCli([, version]: RegExpExecArray, agent: string): string {
  const command = cliCommandIn(agent);
  return command === '' ? `AWS CLI ${version}` : `AWS CLI ${version}: ${command}`;
}

function saySdk([, name, major, version]: RegExpExecArray, agent: string): string {
  const spoken = sdkNames.get(name!.toLowerCase()) ?? name!;
  return `AWS SDK for ${spoken}${major === undefined ? '' : ` v${major}`} ${version}${language(agent)}`;
}

/** The language and its version as SDKs name them, in brackets; empty when the user agent does not say. */
function language(agent: string): string {
  const found =
    /\blang\/(\w+)#([\w.]+)/.exec(agent) ?? /(?<![\w-])(Python|java|php|ruby)\/(\d[\w.]*)/i.exec(agent);
  if (found !== null) return ` (${found[1]!.toLowerCase()} ${found[2]})`;
  const go = /\((go[\d.]+);/.exec(agent);
  return go === null ? '' : ` (${go[1]!.replace('go', 'go ')})`;
}

const browserNames: ReadonlyMap<string, string> = new Map([
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Version', 'Safari'],
]);

function sayBrowser([, name, version, ownName, ownVersion]: RegExpExecArray): string {
  const written = ownName ?? name!;
  return `browser: ${browserNames.get(written) ?? written} ${ownVersion ?? version}`;
}
