/**
 * Which calls matter to a responder, and why. To add one, put its name into the group whose reason fits.
 */

/** Calls that matter for the same reason. */
export type SeverityGroup = {
  /** Heavier than a plain change. */
  readonly severity: 'sensitive' | 'destructive' | 'evasion';
  /** Why they matter, in a few words. */
  readonly reason: string;
  /** Where this is known from: a technique of MITRE ATT&CK for the cloud. */
  readonly source: string;
  /** Per service the names of its calls, separated by spaces. */
  readonly calls: { readonly [service: string]: string };
};

/** The one table: calls that matter, grouped by why they do. A call stands in the first group that names it. */
export const severityGroups = [
  {
    severity: 'evasion',
    reason: 'stops or narrows the audit trail',
    source: 'MITRE ATT&CK T1562.008',
    calls: {
      cloudtrail:
        'StopLogging DeleteTrail UpdateTrail PutEventSelectors PutInsightSelectors StopEventDataStoreIngestion DeleteEventDataStore UpdateEventDataStore DeregisterOrganizationDelegatedAdmin',
    },
  },
  {
    severity: 'evasion',
    reason: 'removes logs or their retention',
    source: 'MITRE ATT&CK T1562.008',
    calls: {
      ec2: 'DeleteFlowLogs',
      logs: 'DeleteLogGroup DeleteLogStream PutRetentionPolicy DeleteSubscriptionFilter DeleteMetricFilter DisassociateKmsKey',
      s3: 'DeleteBucketLogging PutBucketLogging',
      route53resolver: 'DeleteResolverQueryLogConfig DisassociateResolverQueryLogConfig',
      wafv2: 'DeleteLoggingConfiguration',
    },
  },
  {
    severity: 'evasion',
    reason: 'switches off or blinds threat detection',
    source: 'MITRE ATT&CK T1562.001',
    calls: {
      guardduty:
        'DeleteDetector UpdateDetector StopMonitoringMembers DisassociateMembers DeleteMembers DisassociateFromMasterAccount DisassociateFromAdministratorAccount CreateFilter CreateIPSet UpdateIPSet DeletePublishingDestination ArchiveFindings DeleteThreatIntelSet',
      securityhub:
        'DisableSecurityHub BatchDisableStandards DisassociateMembers DeleteMembers UpdateStandardsControl DisassociateFromAdministratorAccount',
      macie2: 'DisableMacie DisassociateMember',
      inspector2: 'Disable DisassociateMember',
      detective: 'DeleteGraph DisassociateMembership',
      'access-analyzer': 'DeleteAnalyzer CreateArchiveRule',
      config:
        'StopConfigurationRecorder DeleteConfigurationRecorder DeleteDeliveryChannel DeleteConfigRule DeleteOrganizationConfigRule DeleteConfigurationAggregator PutConfigurationRecorder',
      shield: 'DeleteSubscription DisassociateDRTRole',
    },
  },
  {
    severity: 'evasion',
    reason: 'silences an alarm or the events that feed it',
    source: 'MITRE ATT&CK T1562.001',
    calls: {
      monitoring: 'DeleteAlarms DisableAlarmActions SetAlarmState',
      events: 'DisableRule DeleteRule RemoveTargets',
      sns: 'Unsubscribe DeleteTopic',
    },
  },
  {
    severity: 'evasion',
    reason: 'lifts or changes a block on public access',
    source: 'MITRE ATT&CK T1562.007',
    calls: {
      s3: 'DeleteAccountPublicAccessBlock PutAccountPublicAccessBlock DeletePublicAccessBlock PutBucketPublicAccessBlock DeleteBucketPublicAccessBlock',
      ec2: 'DisableImageBlockPublicAccess DisableSnapshotBlockPublicAccess',
    },
  },
  {
    severity: 'evasion',
    reason: 'loosens a guard rail of the account or organization',
    source: 'MITRE ATT&CK T1562.007',
    calls: {
      organizations: 'LeaveOrganization DetachPolicy DisablePolicyType DeletePolicy UpdatePolicy',
      ec2: 'DisableEbsEncryptionByDefault',
      iam: 'DeleteAccountPasswordPolicy DeactivateMFADevice DeleteVirtualMFADevice DeleteRolePermissionsBoundary DeleteUserPermissionsBoundary',
      wafv2: 'DeleteWebACL DisassociateWebACL',
    },
  },
  {
    severity: 'destructive',
    reason: 'makes encrypted data unreadable',
    source: 'MITRE ATT&CK T1485',
    calls: { kms: 'ScheduleKeyDeletion DisableKey DeleteImportedKeyMaterial DisconnectCustomKeyStore' },
  },
  {
    severity: 'destructive',
    reason: 'lets stored objects or backups expire',
    source: 'MITRE ATT&CK T1485.001',
    calls: {
      s3: 'PutBucketLifecycle PutBucketLifecycleConfiguration',
      backup: 'DeleteBackupVault DeleteRecoveryPoint DeleteBackupPlan PutBackupVaultLockConfiguration',
      rds: 'ModifyDBSnapshotRetention',
    },
  },
  {
    severity: 'destructive',
    reason: 'stops or releases what is running',
    source: 'MITRE ATT&CK T1489',
    calls: {
      ec2: 'TerminateInstances StopInstances ReleaseAddress DeregisterImage CancelSpotInstanceRequests',
      rds: 'StopDBInstance StopDBCluster',
      medialive: 'StopChannel',
      kinesisanalytics: 'StopApplication',
      ecs: 'StopTask DeregisterTaskDefinition',
      elasticmapreduce: 'TerminateJobFlows',
      account: 'CloseAccount DisableRegion',
      organizations: 'CloseAccount RemoveAccountFromOrganization',
    },
  },
  {
    severity: 'sensitive',
    reason: 'makes credentials that last',
    source: 'MITRE ATT&CK T1098.001',
    calls: {
      iam: 'CreateAccessKey UpdateAccessKey CreateLoginProfile UpdateLoginProfile CreateServiceSpecificCredential ResetServiceSpecificCredential UploadSigningCertificate UploadSSHPublicKey CreateVirtualMFADevice EnableMFADevice ResyncMFADevice ChangePassword',
      ec2: 'CreateKeyPair ImportKeyPair',
      'ec2-instance-connect': 'SendSSHPublicKey SendSerialConsoleSSHPublicKey',
      rolesanywhere: 'CreateTrustAnchor CreateProfile EnableTrustAnchor',
      sso: 'CreateAccountAssignment CreatePermissionSet ProvisionPermissionSet',
      'sso-directory': 'CreateUser AddMemberToGroup',
      identitystore: 'CreateUser CreateGroupMembership',
    },
  },
  {
    severity: 'sensitive',
    reason: 'makes an identity or a way to sign in',
    source: 'MITRE ATT&CK T1136.003',
    calls: {
      iam: 'CreateUser CreateRole CreateSAMLProvider UpdateSAMLProvider CreateOpenIDConnectProvider AddClientIDToOpenIDConnectProvider UpdateOpenIDConnectProviderThumbprint CreateInstanceProfile',
      organizations: 'CreateAccount InviteAccountToOrganization',
    },
  },
  {
    severity: 'sensitive',
    reason: 'gives permissions',
    source: 'MITRE ATT&CK T1098.003',
    calls: {
      iam: 'AttachUserPolicy AttachRolePolicy AttachGroupPolicy PutUserPolicy PutRolePolicy PutGroupPolicy CreatePolicy CreatePolicyVersion SetDefaultPolicyVersion AddUserToGroup AddRoleToInstanceProfile PutRolePermissionsBoundary PutUserPermissionsBoundary',
      ec2: 'AssociateIamInstanceProfile ReplaceIamInstanceProfileAssociation',
      sso: 'AttachManagedPolicyToPermissionSet PutInlinePolicyToPermissionSet AttachCustomerManagedPolicyReferenceToPermissionSet',
      lakeformation: 'GrantPermissions PutDataLakeSettings',
    },
  },
  {
    severity: 'sensitive',
    reason: 'opens a resource to others',
    source: 'MITRE ATT&CK T1537',
    calls: {
      iam: 'UpdateAssumeRolePolicy',
      s3: 'PutBucketPolicy PutBucketAcl PutObjectAcl PutBucketWebsite PutBucketReplication PutAccessPointPolicy PutBucketCors',
      ec2: 'ModifySnapshotAttribute ModifyImageAttribute CreateVpcPeeringConnection AcceptVpcPeeringConnection ModifyVpcEndpointServicePermissions',
      rds: 'ModifyDBSnapshotAttribute ModifyDBClusterSnapshotAttribute StartExportTask',
      kms: 'PutKeyPolicy CreateGrant',
      lambda:
        'AddPermission20150331v2 AddPermission20150331 AddPermission AddLayerVersionPermission20181031 CreateFunctionUrlConfig UpdateFunctionUrlConfig',
      secretsmanager: 'PutResourcePolicy ReplicateSecretToRegions',
      sqs: 'AddPermission SetQueueAttributes',
      sns: 'AddPermission SetTopicAttributes Subscribe',
      ecr: 'SetRepositoryPolicy',
      ram: 'CreateResourceShare AssociateResourceShare',
      kinesis: 'PutResourcePolicy',
      glue: 'PutResourcePolicy',
      redshift: 'AuthorizeSnapshotAccess',
      es: 'UpdateElasticsearchDomainConfig UpdateDomainConfig',
    },
  },
  {
    severity: 'sensitive',
    reason: 'opens the network',
    source: 'MITRE ATT&CK T1562.007',
    calls: {
      ec2: 'AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress ModifySecurityGroupRules CreateNetworkAclEntry ReplaceNetworkAclEntry CreateInternetGateway AttachInternetGateway CreateRoute ReplaceRoute CreateClientVpnEndpoint CreateTrafficMirrorSession',
      rds: 'AuthorizeDBSecurityGroupIngress',
      redshift: 'AuthorizeClusterSecurityGroupIngress',
    },
  },
  {
    severity: 'sensitive',
    reason: 'reads secrets',
    source: 'MITRE ATT&CK T1555.006',
    calls: {
      secretsmanager: 'GetSecretValue BatchGetSecretValue',
      ssm: 'GetParameter GetParameters GetParametersByPath GetParameterHistory',
      ec2: 'GetPasswordData GetConsoleScreenshot GetConsoleOutput',
      lightsail: 'DownloadDefaultKeyPair GetInstanceAccessDetails',
      redshift: 'GetClusterCredentials GetClusterCredentialsWithIAM',
      iam: 'GenerateCredentialReport GetCredentialReport',
    },
  },
  {
    severity: 'sensitive',
    reason: 'hands out credentials of someone else',
    source: 'MITRE ATT&CK T1550.001',
    calls: {
      sts: 'AssumeRoot GetFederationToken GetSessionToken',
      signin: 'GetSigninToken SwitchRole',
      'cognito-identity': 'GetCredentialsForIdentity',
      sso: 'GetRoleCredentials',
    },
  },
  {
    severity: 'sensitive',
    reason: 'runs commands or code on a machine',
    source: 'MITRE ATT&CK T1651',
    calls: {
      ssm: 'SendCommand StartSession ResumeSession CreateAssociation StartAutomationExecution',
      ecs: 'ExecuteCommand RegisterTaskDefinition',
      ec2: 'ModifyInstanceAttribute CreateReplaceRootVolumeTask',
      lambda:
        'CreateFunction20150331 UpdateFunctionCode20150331v2 UpdateFunctionConfiguration20150331v2 PublishLayerVersion20181031',
      glue: 'CreateDevEndpoint UpdateDevEndpoint CreateJob',
      sagemaker: 'CreatePresignedNotebookInstanceUrl CreateNotebookInstance',
      cloudformation: 'CreateStack UpdateStack CreateStackSet',
      codebuild: 'CreateProject UpdateProject StartBuild',
      'ec2-instance-connect': 'OpenTunnel',
      cloudshell: 'CreateEnvironment CreateSession GetFileDownloadUrls GetFileUploadUrls',
    },
  },
  {
    severity: 'sensitive',
    reason: 'copies data that can leave the account',
    source: 'MITRE ATT&CK T1530',
    calls: {
      ec2: 'CreateSnapshot CreateSnapshots CopySnapshot CreateImage CopyImage CreateInstanceExportTask CreateStoreImageTask',
      ebs: 'GetSnapshotBlock ListSnapshotBlocks',
      rds: 'CreateDBSnapshot CopyDBSnapshot CreateDBClusterSnapshot RestoreDBInstanceFromDBSnapshot ModifyDBInstance',
      dynamodb: 'ExportTableToPointInTime CreateBackup',
      kinesisvideo:
        'GetDataEndpoint GetSignalingChannelEndpoint GetHLSStreamingSessionURL GetDASHStreamingSessionURL GetClip GetMedia GetMediaForFragmentList GetImages UpdateImageGenerationConfiguration UpdateNotificationConfiguration',
      medialive: 'CreateChannel UpdateChannel UpdateChannelClass CreateInput UpdateInput',
      kinesisanalytics: 'AddApplicationOutput CreateApplicationPresignedUrl',
      datasync: 'CreateTask StartTaskExecution',
      transfer: 'CreateServer CreateUser ImportSshPublicKey',
      backup: 'StartCopyJob StartRestoreJob',
    },
  },
  {
    severity: 'sensitive',
    reason: 'signs in to the console',
    source: 'MITRE ATT&CK T1078.004',
    calls: {
      signin:
        'ConsoleLogin PasswordRecoveryRequested PasswordRecoveryCompleted PasswordUpdated EmailUpdated MfaDeviceUpdated',
    },
  },
  {
    severity: 'sensitive',
    reason: 'changes the contacts, payment or limits of the account',
    source: 'MITRE ATT&CK T1098',
    calls: {
      account: 'PutContactInformation PutAlternateContact EnableRegion StartPrimaryEmailUpdate',
      servicequotas: 'RequestServiceQuotaIncrease',
      ses: 'VerifyEmailIdentity UpdateAccountSendingEnabled PutAccountDetails',
      support: 'CreateCase',
    },
  },
] as const satisfies readonly SeverityGroup[];

/** The reason of a group. */
export type SeverityReason = (typeof severityGroups)[number]['reason'];
