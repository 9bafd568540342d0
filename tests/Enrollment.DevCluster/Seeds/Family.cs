namespace Enrollment.DevCluster.Seeds;

/// <summary>One application to come: what the parent types, and how it must end.</summary>
public sealed record Family(int Number, string Story, SeedForm Form, Truth Truth);
