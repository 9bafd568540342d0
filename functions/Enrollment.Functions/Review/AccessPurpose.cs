using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Review;

/// <summary>Why a member of staff opens a file; the names are the wire form.</summary>
internal enum AccessPurpose
{
    /// <summary>The case is on their work list.</summary>
    Review,
    /// <summary>They look as the second person.</summary>
    SecondPerson,
    /// <summary>They answer an objection.</summary>
    Objection,
    /// <summary>The bureau's spot check (抽查).</summary>
    SpotCheck,
    /// <summary>The parent asks on the phone or at the counter.</summary>
    Inquiry,
    /// <summary>Supervision or audit.</summary>
    Audit,
}

internal static class AccessPurposes
{
    public const string Header = "X-Purpose";

    /// <summary>The purpose a request names, by header or query; null when it names none of the list, or two.</summary>
    public static AccessPurpose? Of(HttpRequest request)
    {
        string?[] named = [.. request.Headers[Header], .. request.Query["purpose"]];
        return named is [{ } name] && Enum.IsDefined(typeof(AccessPurpose), name) ? Enum.Parse<AccessPurpose>(name) : null;
    }
}
