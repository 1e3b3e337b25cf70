terraform {
  required_providers {
    azurestack = {
      source  = "hashicorp/azurestack"
      version = "1.0.0"
    }
  }
}

# The provider reads the endpoint and the credential from variables that the login exported.
provider "azurestack" {
  features {}
}

variable "location" {
  description = "Location of the stamp"
  type        = string
}

resource "azurestack_resource_group" "example" {
  name     = "terraform-example"
  location = var.location
}
