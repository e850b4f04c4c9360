import { accounts, addresses } from '../estate.ts';
import { accessKeyOf } from '../random.ts';
import { type Actor, assumedRole, principalIdOf } from './actor.ts';
import { agents } from './agents.ts';

const { platform, media, vendor } = accounts;

/** Identities that are not the company's, or only for a while. */
export const outsiders = {
  vendor: {
    account: platform,
    identity: assumedRole(platform, 'VendorMetrics', 'collector-eu-3', { created: '2026-03-04T08:03:12Z' }),
    from: addresses.vendor,
    agent: agents.go,
  },
  vendorAccount: {
    account: vendor,
    identity: {
      type: 'AWSAccount',
      principalId: `${principalIdOf('AROA', vendor, 'Collector')}:collector-eu-3`,
      accountId: vendor,
    },
    from: addresses.vendor,
    agent: agents.go,
  },
  reader: {
    account: platform,
    identity: { type: 'AWSAccount', principalId: '', accountId: 'anonymous' },
    from: addresses.passerBy,
    agent: `[${agents.chrome}]`,
  },
  editor: {
    account: platform,
    identity: {
      type: 'FederatedUser',
      principalId: `${platform}:press-editor`,
      arn: `arn:aws:sts::${platform}:federated-user/press-editor`,
      accountId: platform,
      accessKeyId: accessKeyOf('ASIA', 'press-editor'),
      sessionContext: {
        sessionIssuer: {
          type: 'IAMUser',
          principalId: principalIdOf('AIDA', platform, 'backup-agent'),
          arn: `arn:aws:iam::${platform}:user/backup-agent`,
          accountId: platform,
          userName: 'backup-agent',
        },
        attributes: { creationDate: '2026-03-04T08:45:00Z', mfaAuthenticated: 'false' },
      },
    },
    from: addresses.home,
    agent: agents.boto,
  },
  viewer: {
    account: media,
    identity: assumedRole(media, 'ViewerGuest', 'CognitoIdentityCredentials', {
      context: {
        webIdFederationData: { federatedProvider: 'cognito-identity.amazonaws.com', attributes: {} },
      },
    }),
    from: '198.51.100.77',
    agent: agents.phone,
  },
} satisfies Record<string, Actor>;
