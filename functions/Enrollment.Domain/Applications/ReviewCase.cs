using Enrollment.Domain.Review;

namespace Enrollment.Domain.Applications;

/// <summary>What people do with an application that the registers could not settle (人工复核), or that a parent objects to.</summary>
/// <param name="Claim">Who works on it now, and until when nobody else may; null when it is free.</param>
public sealed record ReviewCase(ReviewClaim? Claim)
{
    /// <summary>A case nobody has touched.</summary>
    public static ReviewCase Untouched { get; } = new(Claim: null);

    /// <summary>Since when it has waited for a person; the review's deadline counts from there. Null when it never did.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>A refusal that one person proposed and no second one has looked at yet.</summary>
    public RefusalProposal? Refusal { get; init; }

    /// <summary>A voiding that one person proposed and no second one has looked at yet.</summary>
    public VoidProposal? Voiding { get; init; }

    /// <summary>The last decision of people that a parent may object to; null before the first.</summary>
    public PersonDecision? Decision { get; init; }

    /// <summary>The parent's last objection; null before the first.</summary>
    public Objection? Objection { get; init; }

    /// <summary>Everybody who has decided anything in it, each once: none of them answers an objection.</summary>
    public IReadOnlyList<string> Deciders { get; init; } = [];

    /// <summary>The case of an application that is handed to a person now: whatever was proposed before rested on other facts.</summary>
    public static ReviewCase Referred(ReviewCase? before, DateTimeOffset now) =>
        (before ?? Untouched) with { Claim = null, Since = now, Refusal = null };

    /// <summary>The case once the application's category is settled: nobody holds it, and no proposal is left.</summary>
    public ReviewCase Settled() => this with { Claim = null, Refusal = null };

    /// <summary>The case with one decider more.</summary>
    public ReviewCase DecidedBy(string who) =>
        Deciders.Contains(who, StringComparer.Ordinal) ? this : this with { Deciders = [.. Deciders, who] };

    /// <summary>Counts only: who works on a case is nobody's business in a log.</summary>
    public override string ToString() => $"ReviewCase {{ {Deciders.Count} deciders, objection {Objection is not null} }}";
}

/// <summary>A person's hold on a case; it expires by itself.</summary>
/// <param name="By">Who, as the identity provider knows them.</param>
/// <param name="Until">Until when, exclusive.</param>
public sealed record ReviewClaim(string By, DateTimeOffset Until)
{
    /// <summary>True while nobody else may take the case.</summary>
    public bool IsLive(DateTimeOffset now) => now < Until;
}
