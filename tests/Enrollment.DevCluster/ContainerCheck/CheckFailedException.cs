using System.Diagnostics.CodeAnalysis;

namespace Enrollment.DevCluster.ContainerCheck;

/// <summary>The published folder does not behave as a container must.</summary>
[SuppressMessage("Design", "CA1032", Justification = "thrown here only")]
internal sealed class CheckFailedException(string message) : Exception(message)
{
    public static void Unless([DoesNotReturnIf(false)] bool holds, string message)
    {
        if (!holds)
            throw new CheckFailedException(message);
    }
}
