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
    'configurationRecorder',
    'deliveryChannel',
    'documentName',
    'channelId',
    'inputId',
    'multiplexId',
    'resourceArn',
    'resourceId',
    'resourcesSet',
    'resource',
  ],
  // Last: many calls carry these beside a better name.
  ...['arn', 'name', 'roleArn'],
];

/** The rank of a key that names nothing. */
export const namesNothing = 65_535;
const byEnding = targetKeys.length;
const bySet = byEnding + 1;
const byWrapper = byEnding + 2;

const rankByKey = new Map<string, number>();
for (const [rank, key] of targetKeys.entries()) rankByKey.set(key.toLowerCase(), rank);

const nameEnding = /(?:^(?:name|id|arn)|Name|Id|ID|Arn|ARN|dentifier)(?:s|Set|List)?$/;
/** Keys with such an ending that say nothing about what the call is made on. */
const saysNothing =
  /token|^(?:x-|request|clientrequest|external|caller|owner|version|account|availabilityzone|attribute|region|reservation|rolesession|typename|eventname)/i;
/** EC2's lists, apart from those that narrow a listing. */
const thingSet = /^(?!filter|owner|executable|region|value|sharedUsers|tag|blockDevice|zone).*Set$/i;

/**
 * How well a key of the request names what the call is made on: its place in {@link targetKeys}; past the end of
 * the table for other keys that end like a name, for EC2's lists of things and for the object that EC2 wraps some
 * requests in; {@link namesNothing} for the rest. Lower is better; among equals the first in the record counts.
 */
export function targetRank(key: string): number {
  const rank = rankByKey.get(key.toLowerCase());
  if (rank !== undefined) return rank;
  if (nameEnding.test(key)) return saysNothing.test(key) ? namesNothing : byEnding;
  if (thingSet.test(key)) return bySet;
  return /^[A-Z]\w+(?:Request|Response)$/.test(key) ? byWrapper : namesNothing;
}

/** Whether a rank is that of the table, rather than of a key that merely looks like a name. */
export function isTableRank(rank: number): boolean {
  return rank < byEnding;
}
