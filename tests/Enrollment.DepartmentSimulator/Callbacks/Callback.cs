using Enrollment.DepartmentSimulator.Signatures;

namespace Enrollment.DepartmentSimulator.Callbacks;

/// <summary>One message to deliver; retries keep its id.</summary>
/// <param name="WebhookId">Names the message.</param>
/// <param name="Body">The answer's bytes.</param>
/// <param name="Key">Signs it.</param>
/// <param name="Age">How long ago it claims to have been signed.</param>
/// <param name="Attempts">After so many the department gives up; null: as the schedule says.</param>
internal sealed record Callback(string WebhookId, byte[] Body, WebhookKey Key, TimeSpan Age = default, int? Attempts = null);
