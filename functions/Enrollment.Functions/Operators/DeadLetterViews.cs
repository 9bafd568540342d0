using System.Globalization;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Operators;

/// <summary>A page of dead letters.</summary>
/// <param name="DeadLetters">The letters; a page may hold fewer than asked for, even none.</param>
/// <param name="Next">The cursor of the next page; null at the end.</param>
internal sealed record DeadLetterList(IReadOnlyList<DeadLetterLine> DeadLetters, string? Next);

/// <summary>A dead letter on a list.</summary>
internal sealed record DeadLetterLine(string Id, string Queue, string State, string StateText, string Verdict, string VerdictText, CauseView Cause, int Times,
    DateTimeOffset FirstAt, DateTimeOffset LastAt)
{
    public static DeadLetterLine Of(StoredDeadLetter letter, CultureInfo language) => new(letter.Id, letter.Queue,
        letter.State.ToString(), Texts.Get($"DeadLetter.{letter.State}", language), letter.Verdict.ToString(), Texts.Get($"Verdict.{letter.Verdict}", language),
        CauseView.Of(letter, language), letter.Times, letter.FirstAt, letter.LastAt);
}

/// <summary>Why a message is dead.</summary>
/// <param name="Kind">In one word.</param>
/// <param name="Text">For people.</param>
/// <param name="Exception">The type of the step's last exception, where one was noted.</param>
/// <param name="Detail">Its code.</param>
/// <param name="Where">The method it came from.</param>
/// <param name="At">When.</param>
internal sealed record CauseView(string Kind, string Text, string? Exception, string? Detail, string? Where, DateTimeOffset? At)
{
    public static CauseView Of(StoredDeadLetter letter, CultureInfo language)
    {
        var kind = (letter.Verdict, letter.Failure) switch
        {
            (DeadLetterVerdict.Unreadable, _) => DeadLetterCause.NoMessageOfOurs,
            (_, not null) => DeadLetterCause.StepFailed,
            (DeadLetterVerdict.NoSuchApplication, _) => DeadLetterCause.NothingBehindIt,
            _ => DeadLetterCause.NoFailureNoted,
        };
        return new CauseView(kind.ToString(), Texts.Get($"Cause.{kind}", language), letter.Failure?.Exception, letter.Failure?.Detail, letter.Failure?.Where, letter.Failure?.At);
    }
}

/// <summary>Why a message is dead; the names are the wire form.</summary>
internal enum DeadLetterCause
{
    /// <summary>It is not JSON, or not as our messages are.</summary>
    NoMessageOfOurs,
    /// <summary>What it names is not there.</summary>
    NothingBehindIt,
    /// <summary>The step threw; the last exception was noted.</summary>
    StepFailed,
    /// <summary>The step never threw: hosts died or were stopped with it, or storage could not take the note.</summary>
    NoFailureNoted,
}

/// <summary>One dead letter with its message and all that happened to it.</summary>
internal sealed record DeadLetterView(DeadLetterLine DeadLetter, string Body, IReadOnlyList<DeadLetterEventView> History)
{
    public static DeadLetterView Of(StoredDeadLetter letter, IReadOnlyList<DeadLetterEvent> history, CultureInfo language) =>
        new(DeadLetterLine.Of(letter, language), letter.Body, [.. history.Select(DeadLetterEventView.Of)]);

    public override string ToString() => nameof(DeadLetterView);
}

/// <summary>One thing that happened to it.</summary>
internal sealed record DeadLetterEventView(string Action, string To, string By, DateTimeOffset At, string? Reason)
{
    public static DeadLetterEventView Of(DeadLetterEvent happened) =>
        new(happened.Action.ToString(), happened.To.ToString(), happened.By, happened.At, happened.Reason);

    public override string ToString() => $"DeadLetterEventView {{ {Action} }}";
}
