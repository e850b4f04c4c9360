/**
 * The one table of request parameters that name what a call is made on, best first. Compared without regard to
 * case, since services differ (`streamName`, `StreamName`). A call's target is the value of the first of these
 * that it has.
 */
export const targetKeys: readonly string[] = [
  ...['bucketName', 'bucket', 'functionName', 'streamARN', 'streamName', 'channelARN', 'channelName'],
  ...[
    'roleName',
    'userName',
    'groupName',
    'instanceProfileName',
    'policyArn',
    'samlProviderArn',
    'openIDConnectProviderArn',
  ],
  ...[
    'instanceId',
    'instanceIds',
    'instancesSet',
    'groupId',
    'networkAclId',
    'routeTableId',
    'allocationId',
    'flowLogIds',
  ],
  ...['keyId', 'secretId', 'tableName', 'applicationName', 'applicationARN', 'trailName', 'detectorId'],
  ...['dBInstanceIdentifier', 'dBClusterIdentifier', 'dBSnapshotIdentifier', 'dBClusterSnapshotIdentifier'],
  ...[
    'clusterName',
    'cluster',
    'repositoryName',
    'queueUrl',
    'queueName',
    'topicArn',
    'stackName',
    'logGroupName',
  ],
  ...[
    'hostedZoneId',
    'domainName',
    'stateMachineArn',
    'executionArn',
    'certificateArn',
    'loadBalancerArn',
    'targetGroupArn',
  ],
  ...[
    'autoScalingGroupName',
    'distributionId',
    'restApiId',
    'userPoolId',
    'identityPoolId',
    'projectName',
    'pipelineName',
  ],
  ...[
    'serviceName',
    'fileSystemId',
    'deliveryStreamName',
    'modelId',
    'alarmNames',
    'ruleName',
    'configRuleName',
  ],
  ...[
    'configurationRecorderName',
    'documentName',
    'channelId',
    'inputId',
    'multiplexId',
    'resourceArn',
    'resourceId',
  ],
  // Last: many calls carry these beside a better name.
  ...['arn', 'name', 'roleArn'],
];

/** The rank of a key that is no naming parameter. */
export const notNaming = 65_535;
const bySuffix = targetKeys.length;

const rankByKey = new Map<string, number>();
for (const [rank, key] of targetKeys.entries()) rankByKey.set(key.toLowerCase(), rank);

/** Keys that end like a name but say nothing about what the call is made on. */
const saysNothing =
  /token|^(?:x-|request|clientrequest|external|caller|owner|version|account|availabilityzone|attribute|region|reservation|rolesession|typename|eventname)/i;

/**
 * How well a key of the request names what the call is made on: its place in {@link targetKeys}; past the end of
 * the table for any other key that ends in Name, Id or Arn; {@link notNaming} for the rest. Lower is better, and
 * among equals the first in the record counts.
 */
export function targetRank(key: string): number {
  const rank = rankByKey.get(key.toLowerCase());
  if (rank !== undefined) return rank;
  return /(?:^(?:name|id|arn)|Name|Id|ID|Arn|ARN)s?$/.test(key) && !saysNothing.test(key)
    ? bySuffix
    : notNaming;
}

/** Whether a rank is that of the table, rather than of a key that merely ends in Name, Id or Arn. */
export function isTableRank(rank: number): boolean {
  return rank < bySuffix;
}
