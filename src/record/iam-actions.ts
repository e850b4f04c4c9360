/** The IAM actions that a call needs, and what is not certain about them. */
export type IamActions = {
  /** `s3:GetObject`; empty when the call needs no permission or none is known. */
  readonly actions: readonly string[];
  /** What cannot be told from the record, as a sentence; empty when nothing is open. */
  readonly uncertain: string;
};

/** Services whose prefix in IAM is not the first part of their eventSource. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['monitoring', 'cloudwatch'],
  ['tagging', 'tag'],
  ['email', 'ses'],
  ['appstream2', 'appstream'],
  ['iotdata', 'iot'],
  ['data.iot', 'iot'],
  ['runtime.lex', 'lex'],
  ['models.lex', 'lex'],
  ['runtime.sagemaker', 'sagemaker'],
  ['metering-marketplace', 'aws-marketplace'],
  ['entitlement.marketplace', 'aws-marketplace'],
  ['cloudcontrolapi', 'cloudformation'],
  ['transcribestreaming', 'transcribe'],
  ['data.mediastore', 'mediastore'],
  ['application-insights', 'applicationinsights'],
  ['awsmigrationhub', 'mgh'],
  ['api.ecr', 'ecr'],
  ['oidc', 'sso-oauth'],
]);

/** Calls whose IAM action has another name: `service:event` as recorded to the actions needed. */
const otherNames: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    's3:HeadObject': 's3:GetObject',
    's3:HeadBucket': 's3:ListBucket',
    's3:ListObjects': 's3:ListBucket',
    's3:ListObjectsV2': 's3:ListBucket',
    's3:ListObjectVersions': 's3:ListBucketVersions',
    's3:ListBuckets': 's3:ListAllMyBuckets',
    's3:ListMultipartUploads': 's3:ListBucketMultipartUploads',
    's3:ListParts': 's3:ListMultipartUploadParts',
    's3:CopyObject': 's3:GetObject s3:PutObject',
    's3:CreateMultipartUpload': 's3:PutObject',
    's3:UploadPart': 's3:PutObject',
    's3:UploadPartCopy': 's3:GetObject s3:PutObject',
    's3:CompleteMultipartUpload': 's3:PutObject',
    's3:SelectObjectContent': 's3:GetObject',
    's3:DeleteObjects': 's3:DeleteObject',
    's3:GetBucketLifecycle': 's3:GetLifecycleConfiguration',
    's3:GetBucketLifecycleConfiguration': 's3:GetLifecycleConfiguration',
    's3:PutBucketLifecycle': 's3:PutLifecycleConfiguration',
    's3:PutBucketLifecycleConfiguration': 's3:PutLifecycleConfiguration',
    's3:DeleteBucketLifecycle': 's3:PutLifecycleConfiguration',
    's3:GetBucketEncryption': 's3:GetEncryptionConfiguration',
    's3:PutBucketEncryption': 's3:PutEncryptionConfiguration',
    's3:DeleteBucketEncryption': 's3:PutEncryptionConfiguration',
    's3:GetBucketReplication': 's3:GetReplicationConfiguration',
    's3:PutBucketReplication': 's3:PutReplicationConfiguration',
    's3:DeleteBucketReplication': 's3:PutReplicationConfiguration',
    's3:GetBucketAccelerateConfiguration': 's3:GetAccelerateConfiguration',
    's3:GetBucketAccelerate': 's3:GetAccelerateConfiguration',
    's3:GetBucketInventoryConfiguration': 's3:GetInventoryConfiguration',
    's3:GetBucketMetricsConfiguration': 's3:GetMetricsConfiguration',
    's3:GetBucketAnalyticsConfiguration': 's3:GetAnalyticsConfiguration',
    's3:GetBucketCors': 's3:GetBucketCORS',
    's3:PutBucketCors': 's3:PutBucketCORS',
    's3:DeleteBucketCors': 's3:PutBucketCORS',
    's3:DeleteBucketTagging': 's3:PutBucketTagging',
    's3:GetObjectLockConfiguration': 's3:GetBucketObjectLockConfiguration',
    's3:PutObjectLockConfiguration': 's3:PutBucketObjectLockConfiguration',
    's3:DeletePublicAccessBlock': 's3:PutBucketPublicAccessBlock',
    's3:DeleteBucketPublicAccessBlock': 's3:PutBucketPublicAccessBlock',
    's3:DeleteAccountPublicAccessBlock': 's3:PutAccountPublicAccessBlock',
    's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
    'lambda:Invoke': 'lambda:InvokeFunction',
    'lambda:InvokeExecution': 'lambda:InvokeFunction',
    'dynamodb:TransactGetItems': 'dynamodb:GetItem',
    'dynamodb:TransactWriteItems':
      'dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:ConditionCheckItem',
    'dynamodb:ExecuteStatement':
      'dynamodb:PartiQLSelect dynamodb:PartiQLInsert dynamodb:PartiQLUpdate dynamodb:PartiQLDelete',
    'dynamodb:BatchExecuteStatement':
      'dynamodb:PartiQLSelect dynamodb:PartiQLInsert dynamodb:PartiQLUpdate dynamodb:PartiQLDelete',
    'kms:ReEncrypt': 'kms:ReEncryptFrom kms:ReEncryptTo',
    'bedrock:Converse': 'bedrock:InvokeModel',
    'bedrock:ConverseStream': 'bedrock:InvokeModelWithResponseStream',
    'sts:AssumeRoleWithSAML': '',
    'sts:AssumeRoleWithWebIdentity': '',
    'sts:GetCallerIdentity': '',
    'sts:GetSessionToken': '',
  }).map(([call, actions]) => [call, actions === '' ? [] : actions.split(' ')]),
);

/** Calls that hand a role to a service, which needs `iam:PassRole` too when a role is named. */
const passesRole = /^(?:Create|Run|Update|Start|Register|Put|Associate|Modify|Submit|Request|Launch)/;
const roleKey = /role|instanceProfile/i;

/**
 * The IAM actions that a call needs.
 *
 * @param source eventSource, trimmed
 * @param event eventName, trimmed
 * @param requestKeys keys of requestParameters
 *
 * Source: AWS's Service Authorization Reference.
 */
export function iamActionsOf(source: string, event: string, requestKeys: readonly string[] = []): IamActions {
  const service = source.replace(/\.amazonaws\.com(?:\.cn)?$/, '');
  if (service === 'signin') return none('');
  if (service === 'apigateway')
    return none(
      'API Gateway names its actions by HTTP verb and path (apigateway:GET …), which the record does not give.',
    );
  const name = event.replace(/20\d{6}(?:v\d+)?$/, '');
  if (!/^[A-Z]\w*$/.test(name)) return none(`${service || 'The service'} has no IAM action named ${event}.`);
  const known = otherNames.get(`${service}:${name}`);
  const actions = known ?? [`${prefixes.get(service) ?? service}:${name}`];
  if (
    service === 'iam' ||
    service === 'sts' ||
    !passesRole.test(name) ||
    !requestKeys.some((key) => roleKey.test(key))
  ) {
    return { actions, uncertain: '' };
  }
  return {
    actions,
    uncertain: `${actions[0]} names a role: iam:PassRole on that role may be needed as well.`,
  };
}

function none(uncertain: string): IamActions {
  return { actions: [], uncertain };
}
