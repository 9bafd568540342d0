namespace Enrollment.Domain.Tests.Admission.Coordination;

/// <summary>The first number that differs decides.</summary>
internal sealed class InOrder : IComparer<IEnumerable<int>>
{
    public static readonly InOrder Instance = new();

    public int Compare(IEnumerable<int>? x, IEnumerable<int>? y) => x!.Zip(y!, (left, right) => left.CompareTo(right)).FirstOrDefault(sign => sign != 0);
}
