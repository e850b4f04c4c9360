import { accounts, estates } from '../estate.ts';
import { type Actor, assumedRole, awsService } from './actor.ts';
import { agents } from './agents.ts';

const { platform, media, security } = accounts;
const [server, worker] = estates[platform]!.instances as [string, string];
const encoder = estates[media]!.instances[0]!;
const service = (name: string, account: string): Actor => ({
  account,
  identity: awsService(name),
  from: name,
  agent: name,
});

/** Servers, containers, functions, and AWS services that call for themselves. */
export const machines = {
  webServer: {
    account: platform,
    identity: assumedRole(platform, 'WebServer', server, {
      created: '2026-03-04T08:05:11Z',
      context: { webIdFederationData: {}, ec2RoleDelivery: '2.0' },
    }),
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
      created: '2026-03-04T08:04:11Z',
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
      created: '2026-03-04T08:03:11Z',
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
} satisfies Record<string, Actor>;
