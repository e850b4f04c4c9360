import { type Actor, assumedRole, awsService, iamUser, principalIdOf } from './actor.ts';
import { accounts, addresses, estates } from './estate.ts';
import { accessKeyOf } from './random.ts';

const { platform, media, security, vendor } = accounts;
const { office, vpn, pipeline, home } = addresses;

/** User agents, as AWS writes them. */
export const agents = {
  cli: 'aws-cli/2.22.35 md/awscrt#0.23.8 ua/2.0 os/macos#24.3.0 md/arch#arm64 lang/python#3.12.6 md/pyimpl#CPython cfg/retry-mode#standard',
  thiefCli:
    'aws-cli/2.15.30 md/awscrt#0.19.19 ua/2.0 os/linux#6.6.9-amd64 md/arch#x86_64 lang/python#3.11.8 md/pyimpl#CPython cfg/retry-mode#standard',
  terraform:
    'APN/1.0 HashiCorp/1.0 Terraform/1.10.5 (+https://www.terraform.io) terraform-provider-aws/5.84.0',
  boto: 'Boto3/1.36.11 md/Botocore#1.36.11 ua/2.1 os/linux#6.1.119 md/arch#aarch64 lang/python#3.12.8 md/pyimpl#CPython',
  java: 'aws-sdk-java/2.30.4 md/io#async md/http#NettyNio ua/2.1 os/Linux#6.1.119 lang/java#21.0.5',
  node: 'aws-sdk-js/3.731.1 ua/2.1 os/linux#5.10.233 lang/js md/nodejs#22.13.0 api/s3#3.731.1 exec-env/AWS_Lambda_nodejs22.x',
  go: 'aws-sdk-go-v2/1.33.0 ua/2.1 os/linux lang/go#1.23.4 md/GOOS#linux md/GOARCH#amd64',
  firefox: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:134.0) Gecko/20100101 Firefox/134.0',
  chrome:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/132.0.0.0 Safari/537.36',
  phone: 'aws-sdk-android/2.77.1 Linux/5.15 Dalvik/2.1.0 en_GB',
  ssmAgent: 'aws-sdk-go/1.55.5 (go1.22.8; linux; amd64) amazon-ssm-agent/3.3.1345.0',
} as const;

/** The keys that the story turns on: written out, so that the guide can name them. */
export const keys = {
  /** alice's long-lived key, the stolen one. */
  alice: 'AKIAEXAMPLEALICE2K4M',
  /** media-ci's own long-lived key. */
  mediaCi: 'AKIAEXAMPLEMEDCI5B6Q',
  /** The second key of media-ci, made by the thief. */
  mediaCiPlanted: 'AKIAEXAMPLEMEDCI7J3P',
  /** alice's own session of Deploy, in the morning. */
  deployMorning: 'ASIAEXAMPLEDPLY2A3LC',
  /** The thief's sessions, in the order they were made. */
  deploy: 'ASIAEXAMPLEDPLY4F7QX',
  prod: 'ASIAEXAMPLEPRODK5T2N',
  deployAgain: 'ASIAEXAMPLEDPLY6R2VT',
  prodAgain: 'ASIAEXAMPLEPRODB7U4H',
  archive: 'ASIAEXAMPLEARCHQ3W6Z',
} as const;

const [server, worker] = estates[platform]!.instances as [string, string];
const encoder = estates[media]!.instances[0]!;
const service = (name: string, account: string): Actor => ({
  account,
  identity: awsService(name),
  from: name,
  agent: name,
});

/** One entry for everybody who makes calls on an ordinary day; the thief borrows some of them. */
export const actors = {
  // People
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
    identity: iamUser(platform, 'erin', accessKeyOf('AKIA', 'erin'), {
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

  // Machines
  webServer: {
    account: platform,
    identity: assumedRole(platform, 'WebServer', server, { context: { ec2RoleDelivery: '2.0' } }),
    from: '10.20.4.17',
    agent: agents.java,
  },
  oldWorker: {
    account: platform,
    identity: assumedRole(platform, 'WebServer', worker, { context: { ec2RoleDelivery: '1.0' } }),
    from: '10.20.4.31',
    agent: agents.ssmAgent,
  },
  encoder: {
    account: media,
    identity: assumedRole(media, 'Encoder', encoder, {
      context: { ec2RoleDelivery: '2.0' },
      more: {
        inScopeOf: {
          issuerType: 'AWS::EC2::Instance',
          credentialsIssuedTo: `arn:aws:ec2:us-west-2:${media}:instance/${encoder}`,
        },
      },
    }),
    from: '10.60.8.5',
    agent: agents.go,
  },
  thumbnailer: {
    account: media,
    identity: assumedRole(media, 'Thumbnailer', '3f0c9d1e7a554b0c8e2b5d6fa1907c42', {
      more: {
        inScopeOf: {
          sourceArn: `arn:aws:ecs:us-east-1:${media}:task/media/3f0c9d1e7a554b0c8e2b5d6fa1907c42`,
          sourceAccount: media,
          issuerType: 'AWS::ECS::Task',
        },
      },
    }),
    from: '10.60.2.44',
    agent: agents.node.replace('AWS_Lambda_nodejs22.x', 'AWS_ECS_FARGATE'),
  },
  orderIntake: {
    account: platform,
    identity: assumedRole(platform, 'OrderIntake', 'order-intake', {
      more: {
        inScopeOf: {
          issuerType: 'AWS::Lambda::Function',
          credentialsIssuedTo: `arn:aws:lambda:us-east-1:${platform}:function:order-intake`,
        },
      },
    }),
    from: '10.20.9.12',
    agent: agents.node,
  },
  trailKeeper: {
    account: platform,
    identity: assumedRole(platform, 'TrailKeeper', 'trail-keeper'),
    from: '10.20.9.80',
    agent: agents.boto,
  },
  payments: {
    account: platform,
    identity: assumedRole(platform, 'Payments', 'eks-payments-7d9f6c', {
      context: {
        webIdFederationData: {
          federatedProvider: `arn:aws:iam::${platform}:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/9F2B6C0D4E8A71355EXAMPLE`,
          attributes: {},
        },
      },
    }),
    from: '10.30.7.9',
    agent: agents.go,
  },
  nightlySync: {
    account: media,
    identity: assumedRole(media, 'MediaArchive', 'nightly-sync', { created: '2026-03-04T07:30:00Z' }),
    from: '10.60.3.20',
    agent: agents.boto,
  },
  autoScaling: {
    account: platform,
    identity: assumedRole(platform, 'AWSServiceRoleForAutoScaling', 'AutoScaling', {
      path: '/aws-service-role/autoscaling.amazonaws.com/',
      more: { invokedBy: 'autoscaling.amazonaws.com' },
    }),
    from: 'autoscaling.amazonaws.com',
    agent: 'autoscaling.amazonaws.com',
  },
  config: {
    account: media,
    identity: assumedRole(media, 'AWSServiceRoleForConfig', 'AWSConfig-Describe', {
      path: '/aws-service-role/config.amazonaws.com/',
      more: { invokedBy: 'config.amazonaws.com' },
    }),
    from: 'config.amazonaws.com',
    agent: 'config.amazonaws.com',
  },
  deployByStack: {
    account: platform,
    identity: assumedRole(platform, 'Deploy', 'erin', {
      created: '2026-03-04T09:40:12Z',
      more: { invokedBy: 'cloudformation.amazonaws.com' },
    }),
    from: 'cloudformation.amazonaws.com',
    agent: 'cloudformation.amazonaws.com',
  },

  // AWS services
  ec2: service('ec2.amazonaws.com', platform),
  lambda: service('lambda.amazonaws.com', platform),
  ecsTasks: service('ecs-tasks.amazonaws.com', media),
  cloudTrail: service('cloudtrail.amazonaws.com', security),
  flowLogs: service('delivery.logs.amazonaws.com', security),
  mediaLive: service('medialive.amazonaws.com', media),

  // Others' identities
  vendor: {
    account: platform,
    identity: assumedRole(platform, 'VendorMetrics', 'collector-eu-3', { created: '2026-03-04T07:55:00Z' }),
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
    from: home,
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

/** The name of an ordinary actor. */
export type ActorName = keyof typeof actors;
