/** A ready question under a digit key. */
export type Lens = { readonly name: string; readonly text: string };

/** The lenses 1 to 9, in order. */
export const lenses: readonly Lens[] = [
  { name: 'failed and denied calls by people', text: 'is:error is:person' },
  { name: 'console sign-ins', text: 'is:login' },
  { name: 'the root user', text: 'is:root' },
  {
    name: 'identity and credential changes',
    text: 'service:=iam,=sso,=sts,=identitystore,=sso-directory,=cognito-idp is:write',
  },
  {
    name: 'keys and passwords made',
    text: 'event:=CreateAccessKey,=CreateLoginProfile,=UpdateLoginProfile,=CreateServiceSpecificCredential,=UploadSSHPublicKey,=CreateKeyPair,=ImportKeyPair,=GetFederationToken,=GetSessionToken',
  },
  {
    name: 'trails and logging stopped or changed',
    text: 'event:=StopLogging,=StartLogging,=DeleteTrail,=UpdateTrail,=PutEventSelectors,=DeleteEventDataStore,=StopEventDataStoreIngestion,=DeleteFlowLogs,=DeleteDetector,=UpdateDetector,=StopConfigurationRecorder,=StartConfigurationRecorder,=DeleteConfigurationRecorder,=DeleteDeliveryChannel,=DeleteLogGroup,=DeleteLogStream,=PutRetentionPolicy,=DisableSecurityHub,=DeleteAlarms,=PutBucketLogging',
  },
  {
    name: 'made public or shared',
    text: 'event:=PutBucketPolicy,=PutBucketAcl,=PutObjectAcl,=DeleteBucketPublicAccessBlock,=DeletePublicAccessBlock,=DeleteAccountPublicAccessBlock,=PutBucketPublicAccessBlock,=ModifySnapshotAttribute,=ModifyImageAttribute,=ModifyDBSnapshotAttribute,=ModifyDBClusterSnapshotAttribute,^AddPermission,=PutResourcePolicy,=PutKeyPolicy,=UpdateAssumeRolePolicy,=CreateResourceShare,=AssociateResourceShare,=AuthorizeSecurityGroupIngress,=CreateFunctionUrlConfig,=SetRepositoryPolicy',
  },
  {
    name: 'secrets and data read',
    text: 'event:=GetSecretValue,=BatchGetSecretValue,^GetParameter,=GetObject,=SelectObjectContent,=Decrypt,=GetPasswordData,=GetRecords,=GetMedia,=GetClip,=GetDataEndpoint,=StartExportTask,=CreateSnapshot,=CopySnapshot,=GetAuthorizationToken',
  },
  { name: 'deletions', text: 'event:^Delete,^Terminate,^Remove,^Detach,=ScheduleKeyDeletion is:write' },
];

/** The lens under a digit, 1 to 9: the user's own, else the usual one; undefined when there is none. */
export function lensAt(lens: number, own: readonly Lens[] = lenses): Lens | undefined {
  return own[lens - 1];
}
