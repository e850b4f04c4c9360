/** Event names of AWS services, as a busy account's trail has them. */
const eventsOf: { readonly [service: string]: string } = {
  iam:
    'CreateAccessKey DeleteAccessKey UpdateAccessKey ListAccessKeys GetAccessKeyLastUsed CreateUser DeleteUser GetUser ' +
    'ListUsers CreateRole DeleteRole GetRole ListRoles UpdateAssumeRolePolicy CreateLoginProfile UpdateLoginProfile ' +
    'GetLoginProfile DeleteLoginProfile AttachUserPolicy AttachRolePolicy DetachRolePolicy PutUserPolicy PutRolePolicy ' +
    'GetRolePolicy ListRolePolicies ListAttachedRolePolicies ListAttachedUserPolicies CreatePolicy CreatePolicyVersion ' +
    'DeletePolicy GetPolicyVersion AddUserToGroup ListGroupsForUser CreateInstanceProfile AddRoleToInstanceProfile ' +
    'EnableMFADevice DeactivateMFADevice ListMFADevices GetAccountSummary GetAccountAuthorizationDetails ' +
    'GenerateCredentialReport GetCredentialReport CreateServiceLinkedRole',
  sts: 'AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity AssumeRoot GetCallerIdentity GetFederationToken GetSessionToken',
  s3:
    'GetObject PutObject DeleteObject DeleteObjects HeadObject CopyObject ListObjects ListBuckets CreateBucket ' +
    'DeleteBucket GetBucketAcl PutBucketAcl GetBucketPolicy PutBucketPolicy DeleteBucketPolicy GetBucketLocation ' +
    'GetBucketEncryption PutBucketEncryption GetBucketLogging PutBucketLogging GetBucketVersioning PutBucketVersioning ' +
    'GetBucketPublicAccessBlock PutBucketPublicAccessBlock DeleteBucketPublicAccessBlock PutBucketLifecycle ' +
    'PutBucketReplication GetBucketTagging',
  ec2:
    'DescribeInstances RunInstances StartInstances StopInstances TerminateInstances DescribeInstanceStatus ' +
    'DescribeInstanceTypes DescribeInstanceAttribute ModifyInstanceAttribute GetPasswordData GetConsoleOutput ' +
    'DescribeSecurityGroups CreateSecurityGroup DeleteSecurityGroup AuthorizeSecurityGroupIngress ' +
    'AuthorizeSecurityGroupEgress RevokeSecurityGroupIngress DescribeSnapshots CreateSnapshot DeleteSnapshot ' +
    'CopySnapshot ModifySnapshotAttribute DescribeImages CreateImage RegisterImage ModifyImageAttribute DescribeVolumes ' +
    'CreateVolume AttachVolume DeleteVolume DescribeVpcs CreateVpc DeleteVpc DescribeSubnets DescribeRegions ' +
    'DescribeKeyPairs CreateKeyPair ImportKeyPair DescribeNetworkInterfaces CreateNetworkInterface DescribeRouteTables ' +
    'CreateRoute DeleteFlowLogs CreateFlowLogs DescribeFlowLogs DescribeAddresses AllocateAddress CreateTags ' +
    'AssociateIamInstanceProfile ReplaceIamInstanceProfileAssociation SendSSHPublicKey SendSerialConsoleSSHPublicKey',
  kms:
    'Decrypt Encrypt ReEncrypt GenerateDataKey GenerateDataKeyWithoutPlaintext CreateKey DescribeKey ListKeys ' +
    'ListAliases CreateAlias CreateGrant RevokeGrant DisableKey EnableKey ScheduleKeyDeletion CancelKeyDeletion ' +
    'PutKeyPolicy GetKeyPolicy EnableKeyRotation',
  cloudtrail:
    'StartLogging StopLogging CreateTrail UpdateTrail DeleteTrail DescribeTrails GetTrailStatus PutEventSelectors ' +
    'GetEventSelectors LookupEvents PutInsightSelectors',
  lambda:
    'CreateFunction20150331 UpdateFunctionCode20150331v2 UpdateFunctionConfiguration20150331v2 GetFunction20150331v2 ' +
    'ListFunctions20150331 DeleteFunction20150331 AddPermission20150331v2 CreateEventSourceMapping20150331 Invoke ' +
    'PublishLayerVersion20181031',
  kinesis:
    'CreateStream DeleteStream DescribeStream DescribeStreamSummary ListStreams ListShards GetShardIterator GetRecords ' +
    'PutRecord PutRecords UpdateShardCount SplitShard MergeShards StartStreamEncryption StopStreamEncryption ' +
    'RegisterStreamConsumer PutResourcePolicy',
  kinesisvideo:
    'CreateSignalingChannel DeleteSignalingChannel DescribeSignalingChannel ListSignalingChannels ' +
    'GetSignalingChannelEndpoint GetDataEndpoint PutMedia GetMedia GetClip UpdateDataRetention',
  medialive:
    'CreateChannel DeleteChannel DescribeChannel ListChannels StartChannel StopChannel CreateInput DescribeInput ListInputs',
  kinesisanalytics:
    'CreateApplication DescribeApplication ListApplications StartApplication UpdateApplication AddApplicationOutput',
  secretsmanager:
    'GetSecretValue BatchGetSecretValue PutSecretValue ListSecrets DescribeSecret CreateSecret DeleteSecret RotateSecret',
  ssm: 'GetParameter GetParameters GetParametersByPath PutParameter DescribeParameters SendCommand StartSession GetCommandInvocation',
  signin: 'ConsoleLogin CheckMfa SwitchRole PasswordRecoveryRequested CredentialVerification',
  guardduty: 'ListDetectors GetDetector UpdateDetector DeleteDetector ListFindings GetFindings CreateIPSet',
  config:
    'StopConfigurationRecorder DeleteConfigurationRecorder DeleteDeliveryChannel DescribeConfigurationRecorders PutEvaluations',
  organizations: 'LeaveOrganization ListAccounts DescribeOrganization AttachPolicy',
  rds: 'DescribeDBInstances CreateDBSnapshot ModifyDBSnapshotAttribute DeleteDBInstance DescribeDBClusters',
  dynamodb: 'CreateTable DeleteTable DescribeTable ListTables PutItem ExecuteStatement',
};

/** The names as (service, event) pairs. */
export const calls: readonly (readonly [service: string, event: string])[] = Object.entries(eventsOf).flatMap(
  ([service, events]) => events.split(' ').map((event) => [service, event] as const),
);

/** Who makes these calls: users and sessions of roles. */
export const principals: readonly string[] = [
  'alice',
  'bob',
  'media-ci',
  'Deploy/alice',
  'WebServer/i-0a1b2c3d4e5f60718',
  'terraform',
  'OrderIntake/order-intake',
];
