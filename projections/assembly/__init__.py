"""Registers of assemblies."""
