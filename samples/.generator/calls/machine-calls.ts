import { resourceId } from '../estate.ts';
import type { Json } from '../json.ts';
import { hexOf } from '../random.ts';
import { type Calls, refused, tooManyRequests } from './call.ts';

/** Servers, functions and what rolls them out. */
export const machineCalls: Calls = {
  'ec2:DescribeInstances': {
    request: ({ random, estate }) => {
      const instancesSet: Json = random.chance(0.5)
        ? { items: [{ instanceId: random.pick(estate.instances) }] }
        : {};
      return { instancesSet, filterSet: {} };
    },
    failures: [tooManyRequests(0.02)],
  },
  'ec2:DescribeVolumes': { request: () => ({ volumeSet: {}, filterSet: {} }) },
  'ec2:DescribeSecurityGroups': {
    request: () => ({ securityGroupSet: {}, securityGroupIdSet: {}, filterSet: {} }),
  },
  'ec2:DescribeSnapshots': {
    request: ({ account }) => ({ ownersSet: { items: [{ owner: account }] }, filterSet: {} }),
    failures: [tooManyRequests(0.02), refused(0.15, 'Client.UnauthorizedOperation', 'ec2:DescribeSnapshots')],
  },
  'ec2:DescribeNetworkInterfaces': { request: () => ({ networkInterfaceIdSet: {}, filterSet: {} }) },
  'ec2:DescribeInstanceStatus': {
    request: ({ random, estate }) => ({
      instancesSet: { items: [{ instanceId: random.pick(estate.instances) }] },
      includeAllInstances: true,
    }),
  },
  'ec2:CreateTags': {
    request: ({ random, estate }) => ({
      resourcesSet: { items: [{ resourceId: random.pick(estate.instances) }] },
      tagSet: { items: [{ key: 'patch-group', value: random.pick(['blue', 'green']) }] },
    }),
    response: ({ label }) => ({ requestId: hexOf(label, 32), _return: true }),
  },
  'ec2:CreateNetworkInterface': {
    request: ({ label }) => ({
      subnetId: resourceId('subnet', 'app-a'),
      description: `ENI ${hexOf(label, 8)}`,
      groupSet: { items: [{ groupId: resourceId('sg', 'app') }] },
    }),
    response: ({ label }) => ({
      networkInterface: {
        networkInterfaceId: resourceId('eni', label),
        subnetId: resourceId('subnet', 'app-a'),
        status: 'pending',
      },
    }),
  },
  'ec2:RunInstances': {
    request: () => ({
      instancesSet: { items: [{ imageId: resourceId('ami', 'web'), minCount: 1, maxCount: 1 }] },
      instanceType: 'm7g.large',
      userData: '<sensitiveDataRemoved>',
      disableApiTermination: false,
    }),
    response: ({ label, account }) => ({
      reservationId: resourceId('r', label),
      ownerId: account,
      instancesSet: {
        items: [
          {
            instanceId: resourceId('i', label),
            imageId: resourceId('ami', 'web'),
            instanceState: { code: 0, name: 'pending' },
            instanceType: 'm7g.large',
          },
        ],
      },
    }),
  },
  'ec2:TerminateInstances': {
    request: ({ label }) => ({ instancesSet: { items: [{ instanceId: resourceId('i', label) }] } }),
    response: ({ label }) => ({
      instancesSet: {
        items: [
          {
            instanceId: resourceId('i', label),
            currentState: { code: 32, name: 'shutting-down' },
            previousState: { code: 16, name: 'running' },
          },
        ],
      },
    }),
  },
  'lambda:ListFunctions20150331': {
    request: () => ({ maxItems: 50 }),
    failures: [
      [0.03, 'TooManyRequestsException', () => 'Rate exceeded'],
      refused(0.12, 'AccessDeniedException', 'lambda:ListFunctions'),
    ],
  },
  'lambda:GetFunction20150331v2': {
    request: ({ random, estate }) => ({
      functionName: random.pick([...estate.functions, 'order-intake-next']),
    }),
    failures: [
      [
        0.08,
        'ResourceNotFoundException',
        ({ account, region }, request: { functionName: string }) =>
          `Function not found: arn:aws:lambda:${region}:${account}:function:${request.functionName}`,
      ],
    ],
  },
  'lambda:Invoke': {
    request: ({ random, estate, account, region }) => ({
      functionName: `arn:aws:lambda:${region}:${account}:function:${random.pick(estate.functions)}`,
      invocationType: 'RequestResponse',
    }),
  },
  'lambda:UpdateFunctionCode20150331v2': {
    request: ({ random, estate }) => ({
      functionName: random.pick(estate.functions),
      s3Bucket: 'build-artifacts-111122223333',
      s3Key: `lambda/${random.between(4000, 4800)}.zip`,
      publish: true,
      dryRun: false,
    }),
    response: ({ random, account, region, label }, request: { functionName: string }) => ({
      functionName: request.functionName,
      functionArn: `arn:aws:lambda:${region}:${account}:function:${request.functionName}:${random.between(20, 90)}`,
      runtime: 'nodejs22.x',
      handler: 'index.handler',
      codeSize: random.between(20_000, 900_000),
      codeSha256: Buffer.from(hexOf(label, 64), 'hex').toString('base64'),
      lastUpdateStatus: 'InProgress',
    }),
  },
  'ssm:UpdateInstanceInformation': {
    request: ({ random, estate }) => ({
      instanceId: random.pick(estate.instances),
      agentVersion: '3.3.1345.0',
      agentStatus: 'Active',
      platformType: 'Linux',
      platformName: 'Amazon Linux',
      platformVersion: '2023',
    }),
  },
  'ssm:GetParameter': {
    request: ({ random }) => ({
      name: random.pick(['/orders/queue-url', '/orders/feature-flags', '/orders/next']),
      withDecryption: true,
    }),
    failures: [[0.1, 'ParameterNotFound', () => '']],
  },
  'ecr:GetAuthorizationToken': { request: () => ({}) },
  'ecr:BatchGetImage': {
    request: ({ account, label }) => ({
      registryId: account,
      repositoryName: 'shop-web',
      imageIds: [{ imageDigest: `sha256:${hexOf(label, 40)}` }],
    }),
  },
  'cloudformation:DescribeStacks': {
    request: () => ({ stackName: 'shop-web' }),
    failures: [[0.05, 'ValidationException', () => 'Stack with id shop-web-next does not exist']],
  },
  'cloudformation:UpdateStack': {
    request: () => ({
      stackName: 'shop-web',
      usePreviousTemplate: true,
      capabilities: ['CAPABILITY_IAM'],
      parameters: [{ parameterKey: 'Release', parameterValue: '4711' }],
    }),
    response: ({ account, region }) => ({
      stackId: `arn:aws:cloudformation:${region}:${account}:stack/shop-web/5d2a1c90-e0b7-11ef-9c1e-0a2b4c6d8e0f`,
    }),
    failures: [[0.3, 'ValidationException', () => 'No updates are to be performed.']],
  },
  'autoscaling:DescribeAutoScalingGroups': { request: () => ({ maxRecords: 100 }) },
  'autoscaling:SetDesiredCapacity': {
    request: ({ random }) => ({
      autoScalingGroupName: 'web',
      desiredCapacity: random.between(3, 9),
      honorCooldown: true,
    }),
  },
};
