import { expect, test } from 'vitest';
import type { CloudTrailRecord } from '../../src/record/json.ts';
import { targetOf } from '../../src/record/target.ts';

const rows: readonly [string, CloudTrailRecord, string][] = [
  [
    'the first resource with an ARN',
    { resources: [{ type: 'AWS::S3::Object' }, { ARN: 'arn:a' }, { ARN: 'arn:b' }] },
    'arn:a',
  ],
  ['a resource ARN in lower case', { resources: [{ arn: 'arn:a' }] }, 'arn:a'],
  ['a resource by name, when nothing has an ARN', { resources: [{ resourceName: 'logs' }] }, 'logs'],
  [
    'the best naming parameter, not the first',
    { requestParameters: { policyArn: 'arn:p', roleName: 'Deploy' } },
    'Deploy',
  ],
  ['a naming parameter of any case', { requestParameters: { StreamName: 'camera' } }, 'camera'],
  ['a parameter that ends like a name', { requestParameters: { maxResults: 5, widgetId: 'w-1' } }, 'w-1'],
  [
    'no parameter that only looks like a name',
    { requestParameters: { clientToken: 't', nextToken: 'n', paid: 'x', x: { y: 1 } } },
    '',
  ],
  [
    'the first instance of several',
    { requestParameters: { instancesSet: { items: [{ instanceId: 'i-1' }, { instanceId: 'i-2' }] } } },
    'i-1',
  ],
  ['the first of a list', { requestParameters: { instanceIds: ['i-1', 'i-2'] } }, 'i-1'],
  [
    'what was made, when the request names only what it was made from',
    {
      eventName: 'RunInstances',
      requestParameters: {
        instancesSet: { items: [{ imageId: 'ami-1', minCount: 1 }] },
        subnetId: 'subnet-1',
      },
      responseElements: { requestId: 'r', instancesSet: { items: [{ instanceId: 'i-1' }] } },
    },
    'i-1',
  ],
  [
    'an id deep in the response',
    {
      eventName: 'CreateVpc',
      responseElements: { requestId: 'r', vpc: { state: 'pending', vpcId: 'vpc-1' } },
    },
    'vpc-1',
  ],
  [
    'the name asked for, before the id given',
    {
      eventName: 'CreateSecurityGroup',
      requestParameters: { groupName: 'web' },
      responseElements: { groupId: 'sg-1' },
    },
    'web',
  ],
  [
    'nothing of the response of a call that makes nothing',
    { eventName: 'GetThing', responseElements: { thingId: 't' } },
    '',
  ],
  [
    'a request that EC2 wraps',
    { requestParameters: { DeleteNatGatewayRequest: { NatGatewayId: 'nat-1' } } },
    'nat-1',
  ],
  [
    'a value that EC2 tags',
    { requestParameters: { DeleteFlowLogsRequest: { FlowLogId: { tag: 1, content: 'fl-1' } } } },
    'fl-1',
  ],
  [
    "EC2's list of things",
    { requestParameters: { vpcSet: { items: [{ vpcId: 'vpc-1' }] }, filterSet: {} } },
    'vpc-1',
  ],
  ['no filter of a listing', { requestParameters: { filterSet: { items: [{ name: 'vpc-id' }] } } }, ''],
  [
    'the resource in a denial, when the parameters are null',
    {
      errorCode: 'AccessDenied',
      errorMessage:
        'User: x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::1:role/Deploy.',
      requestParameters: null,
    },
    'arn:aws:iam::1:role/Deploy',
  ],
  [
    'a stream video signalling channel',
    { requestParameters: { channelARN: 'arn:c', singleMasterChannelEndpointConfiguration: {} } },
    'arn:c',
  ],
  ['a name that is a number', { requestParameters: { inputId: 1234567 } }, '1234567'],
];

test.each(rows)('takes %s', (_, record, target) => {
  expect(targetOf(record)).toBe(target);
});
