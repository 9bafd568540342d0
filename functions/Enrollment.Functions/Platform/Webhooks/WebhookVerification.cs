namespace Enrollment.Functions.Platform.Webhooks;

/// <summary>Whether a signed request holds, and if not, why; the reason is for our log, never for the sender.</summary>
internal enum WebhookVerification
{
    Valid,
    MissingHeader,
    MalformedHeader,
    TimestampOutOfWindow,
    NoMatch,
}
