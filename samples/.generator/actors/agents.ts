/** User agents, as AWS writes them. */
export const agents = {
  cli: 'aws-cli/2.22.35 md/awscrt#0.23.8 ua/2.0 os/macos#24.3.0 md/arch#arm64 lang/python#3.12.6 md/pyimpl#CPython cfg/retry-mode#standard',
  thiefCli:
    'aws-cli/2.15.30 md/awscrt#0.19.19 ua/2.0 os/linux#6.6.9-amd64 md/arch#x86_64 lang/python#3.11.8 md/pyimpl#CPython cfg/retry-mode#standard',
  terraform:
    'APN/1.0 HashiCorp/1.0 Terraform/1.10.5 (+https://www.terraform.io) terraform-provider-aws/5.84.0',
  boto: 'Boto3/1.36.11 md/Botocore#1.36.11 ua/2.1 os/linux#6.1.119 md/arch#aarch64 lang/python#3.12.8 md/pyimpl#CPython',
  java: 'aws-sdk-java/2.30.4 md/io#async md/http#NettyNio ua/2.1 os/Linux#6.1.119 lang/java#21.0.5',
  node: 'aws-sdk-js/3.731.1 ua/2.1 os/linux#5.10.233 lang/js md/nodejs#22.13.0 api/s3#3.731.1 exec-env/AWS_Lambda_nodejs22.x',
  go: 'aws-sdk-go-v2/1.33.0 ua/2.1 os/linux lang/go#1.23.4 md/GOOS#linux md/GOARCH#amd64',
  firefox: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:134.0) Gecko/20100101 Firefox/134.0',
  chrome:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/132.0.0.0 Safari/537.36',
  phone: 'aws-sdk-android/2.77.1 Linux/5.15 Dalvik/2.1.0 en_GB',
  ssmAgent: 'aws-sdk-go/1.55.5 (go1.22.8; linux; amd64) amazon-ssm-agent/3.3.1345.0',
} as const;
