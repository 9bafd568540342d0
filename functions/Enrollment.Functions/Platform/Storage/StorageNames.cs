namespace Enrollment.Functions.Platform.Storage;

/// <summary>A table the app owns; made at start.</summary>
internal sealed record TableName(string Value);

/// <summary>A queue the app owns; made at start.</summary>
internal sealed record QueueName(string Value);

/// <summary>A blob container the app owns; made at start.</summary>
internal sealed record ContainerName(string Value);
