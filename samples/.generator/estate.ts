import { hexOf } from './random.ts';

/** The accounts of the company in the story, and those that are not its own. */
export const accounts = {
  /** People, pipelines and the order platform. */
  platform: '111122223333',
  /** Live production: cameras, channels, masters. */
  media: '444455556666',
  /** The security team and the log archive. */
  security: '777788889999',
  /** A vendor that watches metrics, by contract. */
  vendor: '222233334444',
  /** Nobody's in the company: where the thief takes things. */
  foreign: '555566667777',
} as const;

/** What stands in one account: the names that its calls are about. */
export type Estate = {
  readonly buckets: readonly string[];
  readonly streams: readonly string[];
  readonly cameras: readonly string[];
  readonly applications: readonly string[];
  readonly functions: readonly string[];
  readonly instances: readonly string[];
  readonly volumes: readonly string[];
  readonly keys: readonly string[];
  readonly roles: readonly string[];
  readonly users: readonly string[];
  readonly channels: readonly string[];
};

/** An id such as `i-0a1b…` of 17 hexadecimal digits that always belongs to this text. */
export function resourceId(prefix: string, text: string): string {
  return `${prefix}-0${hexOf(text, 16)}`;
}

const ids = (prefix: string, account: string, count: number) =>
  Array.from({ length: count }, (_, at) => resourceId(prefix, `${account} ${at}`));

function estateOf(account: string, names: Omit<Estate, 'instances' | 'volumes' | 'keys'>): Estate {
  return {
    ...names,
    instances: ids('i', account, 6),
    volumes: ids('vol', account, 6),
    keys: ['data', 'media', 'logs'].map((use) => {
      const hex = hexOf(`${account} kms ${use}`, 32);
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
        '-',
      );
    }),
  };
}

/** What stands in each account. */
export const estates: Readonly<Record<string, Estate>> = {
  [accounts.platform]: estateOf(accounts.platform, {
    buckets: [
      'orders-landing',
      'orders-reports',
      'build-artifacts-111122223333',
      'public-press-kit',
      'finance-reports',
    ],
    streams: ['orders', 'order-changes', 'clickstream'],
    cameras: ['warehouse-dock', 'front-door'],
    applications: ['orders-per-minute', 'late-orders'],
    functions: ['order-intake', 'order-mailer', 'press-kit-resize', 'trail-keeper'],
    roles: ['Deploy', 'Admin', 'WebServer', 'OrderIntake', 'Analyst', 'Payments'],
    users: ['alice', 'bob', 'erin', 'terraform', 'backup-agent'],
    channels: ['1480021', '1480022'],
  }),
  [accounts.media]: estateOf(accounts.media, {
    buckets: ['media-masters', 'customers-export', 'media-thumbnails', 'live-recordings'],
    streams: ['customers', 'viewer-heartbeats', 'ad-breaks'],
    cameras: ['studio-cam-1', 'studio-cam-2', 'loading-dock'],
    applications: ['viewers-per-channel', 'customers-enrich'],
    functions: ['thumbnailer', 'manifest-writer', 'viewer-count'],
    roles: ['Prod', 'MediaArchive', 'Thumbnailer', 'ViewerGuest', 'LiveOps'],
    users: ['media-ci', 'studio-desk'],
    channels: ['2750931', '2750932', '2750933'],
  }),
  [accounts.security]: estateOf(accounts.security, {
    buckets: ['log-archive-777788889999', 'findings-777788889999'],
    streams: ['findings'],
    cameras: [],
    applications: ['denials-per-hour'],
    functions: ['finding-router'],
    roles: ['SecurityAudit', 'LogReader'],
    users: ['break-glass'],
    channels: [],
  }),
};

/** The addresses the story plays between; all of them are kept for documentation or private. */
export const addresses = {
  office: '192.0.2.10',
  vpn: '192.0.2.77',
  pipeline: '192.0.2.40',
  home: '198.51.100.24',
  vendor: '198.51.100.200',
  /** The thief's command line. */
  thief: '203.0.113.7',
  /** The thief's browser, and later the second key. */
  thiefBrowser: '203.0.113.66',
  /** A passer-by of the same provider as the thief, who only looks at the press kit. */
  passerBy: '203.0.113.140',
} as const;
