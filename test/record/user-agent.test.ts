import { expect, test } from 'vitest';
import { cliCommandIn, programInWords, userAgentInWords } from '../../src/record/user-agent.ts';

const terraform =
  'APN/1.0 HashiCorp/1.0 Terraform/1.5.2 (+https://www.terraform.io) terraform-provider-aws/5.6.2 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go/1.44.295 (go1.19.6; linux; amd64)';

test.each([
  [
    'aws-cli/2.15.0 md/awscrt#0.19.19 ua/2.0 os/linux#6.1 lang/python#3.11.6 md/pyimpl#CPython cfg/retry-mode#standard md/command#s3.cp',
    'command line',
    'AWS CLI 2.15.0: s3 cp',
  ],
  [
    '[aws-cli/2.9.1 Python/3.9.11 Darwin/22.1.0 exe/x86_64 prompt/off command/ec2.describe-instances]',
    'command line',
    'AWS CLI 2.9.1: ec2 describe-instances',
  ],
  ['aws-cli/1.3.2 Python/2.7.5 Windows/7', 'command line', 'AWS CLI 1.3.2'],
  ['console.amazonaws.com', 'console', 'console'],
  ['signin.amazonaws.com', 'console', 'console'],
  ['console.ec2.amazonaws.com', 'console', 'console'],
  ['console.aws.amazon.com', 'console', 'console'],
  [
    '[S3Console/0.4, aws-internal/3 aws-sdk-java/1.12.488 Linux/5.10 java/1.8.0_372]',
    'console',
    'console (S3Console)',
  ],
  ['RDS Console, aws-internal/3 aws-sdk-java/1.11.1', 'console', 'console (RDS Console)'],
  ['AWSConsole', 'console', 'console'],
  [terraform, 'infrastructure tool', 'Terraform 1.5.2'],
  [
    'Boto3/1.26.0 md/Botocore#1.29.0 ua/2.0 os/linux#5 lang/python#3.10.4 Botocore/1.29.0',
    'SDK',
    'AWS SDK for Python 1.26.0 (python 3.10.4)',
  ],
  [
    '[Boto3/1.9.1 Python/3.6.9 Linux/4.15.0-46-generic Botocore/1.12.1]',
    'SDK',
    'AWS SDK for Python 1.9.1 (python 3.6.9)',
  ],
  ['aws-sdk-go/1.44.2 (go1.19; linux; amd64) amazon-ssm-agent/', 'SDK', 'AWS SDK for Go 1.44.2 (go 1.19)'],
  [
    'aws-sdk-go-v2/1.24.0 os/linux lang/go#1.21.5 md/GOOS#linux api/sts#1.26.5',
    'SDK',
    'AWS SDK for Go v2 1.24.0 (go 1.21.5)',
  ],
  [
    'aws-sdk-nodejs/2.1000.0 linux/v14.1.0 exec-env/AWS_Lambda_nodejs14.x promise',
    'SDK',
    'AWS SDK for JavaScript 2.1000.0',
  ],
  [
    'aws-sdk-java/2.20.1 Linux/5 OpenJDK_64-Bit_Server_VM/17 Java/17.0.5',
    'SDK',
    'AWS SDK for Java 2.20.1 (java 17.0.5)',
  ],
  [
    'Mozilla/5.0 (Macintosh) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36',
    'browser',
    'browser: Chrome 114',
  ],
  [
    'Mozilla/5.0 (Windows) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 Edg/114.0.1',
    'browser',
    'browser: Edge 114',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Gecko/20100101 Firefox/102.0',
    'browser',
    'browser: Firefox 102',
  ],
  [
    'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Safari/605.1.15',
    'browser',
    'browser: Safari 16',
  ],
  ['cloudformation.amazonaws.com', 'AWS service', 'cloudformation.amazonaws.com'],
  ['AWS Internal', 'AWS service', 'AWS Internal'],
  ['python-requests/2.31.0', 'program', 'python-requests 2.31.0'],
  ['my-own-tool', 'program', 'my-own-tool'],
  ['', 'unknown', ''],
  ['[]', 'unknown', ''],
])('puts %s in words', (agent, kind, words) => {
  expect(userAgentInWords(agent)).toEqual({ kind, words });
});

test.each([
  ['aws-cli/2.15.0 md/awscrt#0.19.19 ua/2.0 os/linux#6.1 md/command#s3.cp', 'AWS CLI 2.15.0 on Linux'],
  ['[aws-cli/2.9.1 Python/3.9.11 Darwin/22.1.0 command/ec2.describe-instances]', 'AWS CLI 2.9.1 on macOS'],
  ['Mozilla/5.0 (Windows) Chrome/114.0.0.0 Safari/537.36 Edg/114.0.1', 'browser: Edge 114 on Windows'],
  ['aws-cli/2.1', 'AWS CLI 2.1'],
  ['tool for linux', 'tool for linux'],
  ['', ''],
])('of %j the program is %j', (agent, program) => {
  expect(programInWords(agent)).toBe(program);
});

test('finds the exact subcommand of the AWS CLI', () => {
  expect(cliCommandIn('aws-cli/2.1 md/command#s3api.list-objects-v2')).toBe('s3api list-objects-v2');
  expect(cliCommandIn('aws-cli/2.1')).toBe('');
});
