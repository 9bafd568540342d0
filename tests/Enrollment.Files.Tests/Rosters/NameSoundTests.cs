using Enrollment.Domain.Identity;
using Enrollment.Files.Rosters;

namespace Enrollment.Files.Tests.Rosters;

public sealed class NameSoundTests
{
    [Theory]
    [InlineData("张伟", "章玮")]
    [InlineData("李明", "黎铭")]
    [InlineData("张伟", "張偉")]
    [InlineData("买买提·阿不都", "买买提阿不都")]
    [InlineData("Li Ming", "LI  MING")]
    public void Of_NamesThatSoundTheSame_IsTheSame(string one, string other) => Assert.Equal(Sound(one), Sound(other));

    [Theory]
    [InlineData("张伟", "张薇薇")]
    [InlineData("张伟", "伟张")]
    [InlineData("西安", "先")]
    [InlineData("张𬱖", "张𬭎")]
    [InlineData("张\u3AB2", "张\u3AB3")]
    [InlineData("张\U00020002", "张\U00020004")]
    public void Of_NamesThatDoNot_Differs(string one, string other) => Assert.NotEqual(Sound(one), Sound(other));

    private static string Sound(string text)
    {
        Assert.Null(PersonName.TryParse(text, out var name));
        return NameSound.Of(name!);
    }
}
