using Enrollment.Domain.Tests.Verification.Histories;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Applications.Seasons;

/// <summary>A message under way. Closed.</summary>
internal abstract record SeasonMessage
{
    private SeasonMessage()
    {
    }

    internal sealed record Plan : SeasonMessage;

    internal sealed record Question(Department Department) : SeasonMessage;

    internal sealed record Callback(Department Department, int Epoch, Word Word) : SeasonMessage;
}
