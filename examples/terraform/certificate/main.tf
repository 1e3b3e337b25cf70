# For a login with a certificate. Version 1.0.0 of the provider fails with one: it asks for a token for the address of
# Resource Manager, which no directory knows (https://github.com/hashicorp/terraform-provider-azurestack/pull/226).
terraform {
  required_providers {
    azurestack = {
      source  = "hashicorp/azurestack"
      version = "0.10.0"
    }
  }
}

# Where the stamp is and who logs in, the provider reads from variables that the login exported.
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
