using Enrollment.Domain;

namespace Enrollment.Functions.Platform.Http;

/// <summary>What became of a request body: the value, or everything that is wrong with its form.</summary>
internal abstract record JsonRead<T>
{
    private JsonRead()
    {
    }

    internal sealed record Read(T Value) : JsonRead<T>
    {
        // A body holds personal data; records print their members.
        public override string ToString() => nameof(Read);
    }

    internal sealed record Refused(IReadOnlyList<Fault> Faults) : JsonRead<T>;
}
