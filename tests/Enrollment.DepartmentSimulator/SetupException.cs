namespace Enrollment.DepartmentSimulator;

/// <summary>A setting or a seed line that stops the start; the message says where, never what a person's record holds.</summary>
internal sealed class SetupException(string message) : Exception(message);
