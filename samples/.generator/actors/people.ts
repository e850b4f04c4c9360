import { accounts, addresses } from '../estate.ts';
import { accessKeyOf } from '../random.ts';
import { type Actor, assumedRole, iamUser } from './actor.ts';
import { agents } from './agents.ts';
import { keys } from './keys.ts';

const { platform, media, security } = accounts;
const { office, vpn, pipeline, home } = addresses;

/** Everybody who works at the company, and the pipelines that work for them. */
export const people = {
  alice: {
    account: platform,
    identity: iamUser(platform, 'alice', keys.alice),
    from: office,
    agent: agents.cli,
  },
  aliceDeploy: {
    account: platform,
    identity: assumedRole(platform, 'Deploy', 'alice', {
      key: keys.deployMorning,
      created: '2026-03-04T08:20:44Z',
    }),
    from: office,
    agent: agents.cli,
  },
  bob: {
    account: platform,
    identity: assumedRole(platform, 'AWSReservedSSO_PowerUser_5f1c0a9be2d47731', 'bob', {
      created: '2026-03-04T08:04:31Z',
      path: '/aws-reserved/sso.amazonaws.com/eu-west-1/',
    }),
    from: vpn,
    agent: agents.firefox,
    console: true,
  },
  carol: {
    account: security,
    identity: assumedRole(security, 'AWSReservedSSO_SecurityAudit_0b77d1e3c9a8f224', 'carol', {
      created: '2026-03-04T08:31:02Z',
      mfa: true,
      path: '/aws-reserved/sso.amazonaws.com/eu-west-1/',
    }),
    from: office,
    agent: agents.cli,
  },
  dave: {
    account: platform,
    identity: assumedRole(platform, 'Analyst', 'dave@example.com', {
      created: '2026-03-04T09:01:15Z',
      mfa: true,
    }),
    from: home,
    agent: agents.boto,
  },
  erin: {
    account: platform,
    identity: iamUser(platform, 'erin', accessKeyOf('ASIA', 'erin session'), {
      created: '2026-03-04T08:10:00Z',
      mfa: true,
    }),
    from: vpn,
    agent: agents.cli,
  },
  studioDesk: {
    account: media,
    identity: iamUser(media, 'studio-desk', accessKeyOf('AKIA', 'studio-desk')),
    from: '192.0.2.61',
    agent: agents.firefox,
    console: true,
  },
  root: {
    account: media,
    identity: {
      type: 'Root',
      principalId: media,
      arn: `arn:aws:iam::${media}:root`,
      accountId: media,
      accessKeyId: accessKeyOf('ASIA', 'root'),
      userName: 'streaming-media',
      sessionContext: { attributes: { creationDate: '2026-03-04T12:51:40Z', mfaAuthenticated: 'true' } },
    },
    from: office,
    agent: agents.firefox,
    console: true,
  },

  // Pipelines
  terraform: {
    account: platform,
    identity: iamUser(platform, 'terraform', accessKeyOf('AKIA', 'terraform')),
    from: pipeline,
    agent: agents.terraform,
  },
  mediaCi: {
    account: media,
    identity: iamUser(media, 'media-ci', keys.mediaCi),
    from: pipeline,
    agent: agents.boto,
  },
  release: {
    account: platform,
    identity: assumedRole(platform, 'Release', 'shop-web-4711', {
      created: '2026-03-04T08:15:20Z',
      context: {
        webIdFederationData: {
          federatedProvider: `arn:aws:iam::${platform}:oidc-provider/token.actions.example.com`,
          attributes: {},
        },
        sourceIdentity: 'shop-web',
      },
    }),
    from: '198.51.100.150',
    agent: agents.node.replace(' exec-env/AWS_Lambda_nodejs22.x', ''),
  },
} satisfies Record<string, Actor>;
