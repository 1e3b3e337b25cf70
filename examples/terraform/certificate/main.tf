# For a login with a certificate. With a certificate, version 1.0.0 of the provider fails: it asks for a token whose
# audience is the address of Resource Manager, and no directory knows that audience
# (https://github.com/hashicorp/terraform-provider-azurestack/pull/226).
terraform {
  required_providers {
    azurestack = {
      source  = "hashicorp/azurestack"
      version = "0.10.0"
    }
  }
}

# The provider reads the endpoint and the credential from variables that the login exported.
provider "azurestack" {
}

variable "location" {
  description = "Location of the stamp"
  type        = string
}

resource "azurestack_resource_group" "example" {
  name     = "terraform-example"
  location = var.location
}
