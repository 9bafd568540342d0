using Xunit.Sdk;

namespace Enrollment.Domain.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void Matches_TextThatDiffers_FailsAndWritesWhatCame()
    {
        var received = Path.Combine(AppContext.BaseDirectory, "../../../SnapshotTests.missing.received.txt");
        try
        {
            var failure = Assert.Throws<FailException>(() => Snapshot.Matches("SnapshotTests.missing.txt", "one\ntwo\n"));

            Assert.Contains("one | two", failure.Message, StringComparison.Ordinal);
            Assert.Equal("one\ntwo\n", File.ReadAllText(received));
        }
        finally
        {
            File.Delete(received);
        }
    }
}
